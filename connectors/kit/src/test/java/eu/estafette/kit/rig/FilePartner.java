package eu.estafette.kit.rig;

import eu.estafette.kit.party.DeliveryAddress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A partner's server of files, with the folders in, out and done. */
public interface FilePartner extends AutoCloseable {

    String PASSWORD = "partner-secret";

    /** As a party file would name it. */
    DeliveryAddress address(String by);

    /** The same place, but as if another server were expected there. */
    DeliveryAddress misledAddress(String by);

    Path root();

    default void makeFolders() throws IOException {
        for (String folder : List.of("in", "out", "done")) {
            Files.createDirectories(path(folder));
        }
    }

    default void put(String path, byte[] content) throws IOException {
        Files.write(path(path), content);
    }

    default void put(String path, String content) throws IOException {
        put(path, content.getBytes(StandardCharsets.UTF_8));
    }

    default String read(String path) throws IOException {
        return Files.readString(path(path));
    }

    default Path path(String path) {
        return root().resolve(path);
    }

    /** Names only. */
    default List<String> list(String folder) {
        try (Stream<Path> files = Files.list(path(folder))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    void close() throws IOException;
}
