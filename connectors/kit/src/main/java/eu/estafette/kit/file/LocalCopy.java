package eu.estafette.kit.file;

import eu.estafette.kit.original.OriginalRef;
import eu.estafette.schemas.Sha256;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.util.HexFormat;

/** A partner's file on this machine for as long as it is read, readable by the hub alone. It may be larger than memory. */
record LocalCopy(Path path, OriginalRef original) implements AutoCloseable {

    static LocalCopy of(RemoteFolders folders, String remote) throws IOException {
        Path path = Files.createTempFile("estafette-file", "");
        try (var content = new DigestInputStream(folders.read(remote), Sha256.begin())) {
            Files.copy(content, path, StandardCopyOption.REPLACE_EXISTING);
            String hash = HexFormat.of().formatHex(content.getMessageDigest().digest());
            return new LocalCopy(path, new OriginalRef(hash));
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(path);
            throw e;
        }
    }

    long size() throws IOException {
        return Files.size(path);
    }

    InputStream read() throws IOException {
        return new BufferedInputStream(Files.newInputStream(path));
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(path);
    }
}
