package eu.estafette.local.database;

import io.zonky.test.db.postgres.embedded.DefaultPostgresBinaryResolver;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, unpacked from this machine's archive on the class path. */
record Programs(Path home) {

    /** Unpacks once per archive, so a newer release takes effect at the next start. */
    static Programs unpack(Path folder) throws IOException {
        var archive = archive();
        var checksum = new CRC32();
        checksum.update(archive);
        var home = folder.resolve("%08x".formatted(checksum.getValue()));
        if (!Files.exists(home)) {
            var part = Folders.renew(folder.resolve("part"));
            unpack(archive, part);
            Files.move(part, home, StandardCopyOption.ATOMIC_MOVE);
        }
        return new Programs(home);
    }

    Path program(String name) {
        return home.resolve("bin").resolve(name);
    }

    private static byte[] archive() throws IOException {
        var system = System.getProperty("os.name").startsWith("Mac") ? "Darwin" : System.getProperty("os.name");
        var machine = System.getProperty("os.arch");
        try (var in = DefaultPostgresBinaryResolver.INSTANCE.getPgBinary(system, machine)) {
            return in.readAllBytes();
        } catch (IllegalStateException e) {
            throw new IOException(
                    "no PostgreSQL for %s on %s is shipped: use --database with a server's address"
                            .formatted(system, machine),
                    e);
        }
    }

    private static void unpack(byte[] archive, Path folder) throws IOException {
        try (var files = new TarArchiveInputStream(new XZInputStream(new ByteArrayInputStream(archive)))) {
            for (var entry = files.getNextEntry(); entry != null; entry = files.getNextEntry()) {
                unpack(files, entry, folder.resolve(entry.getName()).normalize());
            }
        }
    }

    private static void unpack(TarArchiveInputStream files, TarArchiveEntry entry, Path target) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(target);
            return;
        }
        var parent = Objects.requireNonNull(target.getParent());
        Files.createDirectories(parent);
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(files, target);
        if (parent.endsWith("bin") && !target.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make %s executable".formatted(target));
        }
    }
}
