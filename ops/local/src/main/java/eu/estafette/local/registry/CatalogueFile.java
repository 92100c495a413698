package eu.estafette.local.registry;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** The catalogue on disk: replaced as a whole, so that a crash leaves either the old or the new one. */
final class CatalogueFile {

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private final Path file;

    CatalogueFile(Path folder) {
        this.file = folder.resolve("schema-registry.json");
    }

    /** @throws UncheckedIOException if there is a file that cannot be read; an empty registry in its place would give ids anew */
    Catalogue read() {
        try {
            return Files.exists(file) ? JSON.readValue(file.toFile(), Catalogue.class) : Catalogue.EMPTY;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Schema registry: " + file + " cannot be read (" + e.getMessage()
                            + "); the registry does not start. Restore the file; without it, what is on the topics cannot be read.",
                    e);
        }
    }

    /** Durable on return. */
    void write(Catalogue catalogue) throws IOException {
        Files.createDirectories(file.toAbsolutePath().getParent());
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (var channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.wrap(JSON.writeValueAsBytes(catalogue)));
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }
}
