package eu.estafette.schemas.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.schemas.avro.JavaStrings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was learned from a registry, in a file, so that a restart needs no registry. Several serializers of this process and several
 * processes may share the file: each adds what it learned to what is there. The file is replaced as a whole and never seen half
 * written. A file that cannot be read counts as empty; it is only a copy of what the registry holds.
 */
final class SchemaCache {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaCache.class);
    private static final Object ONE_WRITER = new Object();
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    /** @param subject empty for a schema that is known by its id alone */
    record Entry(Optional<String> subject, int id, Schema schema) {}

    SchemaCache(Path file) {
        this.file = file.toAbsolutePath();
    }

    Set<Entry> read() {
        Set<Entry> entries = new LinkedHashSet<>();
        if (Files.exists(file)) {
            try {
                JSON.readTree(file.toFile()).path("known").forEach(node -> entries.add(entry(node)));
            } catch (IOException | SchemaParseException e) {
                LOG.warn(
                        "schema cache unreadable, asking the registry instead file={} reason={}", file, e.getMessage());
                return Set.of();
            }
        }
        return entries;
    }

    /** Durable on return. */
    void add(Set<Entry> learned) {
        synchronized (ONE_WRITER) {
            try {
                Files.createDirectories(file.getParent());
                Path lock = file.resolveSibling(file.getFileName() + ".lock");
                try (var channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        var ignored = channel.lock()) {
                    Set<Entry> all = new LinkedHashSet<>(read());
                    if (all.addAll(learned)) {
                        replace(all);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(
                        RegistryConfig.CACHE + ": " + file
                                + " cannot be written; without it a start needs the registry. Name a file that can be written, or none.",
                        e);
            }
        }
    }

    private void replace(Set<Entry> entries) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        ArrayNode known = root.putArray("known");
        entries.forEach(entry -> {
            ObjectNode node = known.addObject();
            entry.subject().ifPresent(subject -> node.put("subject", subject));
            node.put("id", entry.id()).put("schema", entry.schema().toString());
        });
        Path next = file.resolveSibling(file.getFileName() + ".next");
        try (var channel = FileChannel.open(
                next, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            channel.write(ByteBuffer.wrap(JSON.writeValueAsBytes(root)));
            channel.force(true);
        }
        Files.move(next, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private static Entry entry(JsonNode node) {
        return new Entry(
                Optional.ofNullable(node.get("subject")).map(JsonNode::asText),
                node.path("id").asInt(),
                JavaStrings.without(
                        new Schema.Parser().parse(node.path("schema").asText())));
    }
}
