package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What a hub of this machine wrote down of the servers it stands on.
 *
 * @param data where it keeps its data
 */
record RunningServers(Path data, Optional<String> kafka, Optional<String> registry) {

    private static final String FILE = "estafette.json";

    /** Absent where none runs. */
    static Optional<RunningServers> of(Surroundings around) throws TroubleException {
        for (Path folder : around.dataFolders()) {
            Path file = folder.resolve(FILE);
            if (Files.isRegularFile(file)) {
                return Optional.of(read(folder, file));
            }
        }
        return Optional.empty();
    }

    private static RunningServers read(Path folder, Path file) throws TroubleException {
        try {
            JsonNode json = new ObjectMapper().readTree(file.toFile());
            return new RunningServers(folder, text(json, "kafka"), text(json, "registry"));
        } catch (IOException e) {
            throw new TroubleException(file + " cannot be read: name the servers by their options.", e);
        }
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.of(json.path(name)).filter(JsonNode::isTextual).map(JsonNode::asText);
    }
}
