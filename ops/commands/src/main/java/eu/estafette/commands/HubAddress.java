package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the hub is, when nobody says so on the command line. */
final class HubAddress {

    private static final Path WRITTEN_BY_RUN = Path.of("data", "estafette.json");

    private HubAddress() {}

    /** @throws CommandException if neither the environment nor a running local hub names an address */
    static URI find(Surroundings surroundings) {
        return Optional.ofNullable(surroundings.environment().get("ESTAFETTE_URL"))
                .map(HubAddress::address)
                .orElseGet(() -> ofLocalHub(surroundings.folder().resolve(WRITTEN_BY_RUN)));
    }

    private static URI ofLocalHub(Path file) {
        if (!Files.exists(file)) {
            throw CommandException.wrongUse(
                    "No hub is named: give --url, set ESTAFETTE_URL, or type this where 'estafette run' keeps its "
                            + WRITTEN_BY_RUN
                            + ".");
        }
        try {
            JsonNode written = new ObjectMapper().readTree(Files.readAllBytes(file));
            return address(written.path("url").asText());
        } catch (IOException e) {
            throw CommandException.wrongUse(file + " cannot be read (" + e.getMessage() + "); give --url.");
        }
    }

    private static URI address(String text) {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw CommandException.wrongUse("'" + text + "' is no address of a hub; give --url http://host:port.");
        }
    }
}
