package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Where a hub is.
 *
 * @param base without a slash at its end
 * @param from what named it, in words that follow "the address comes from"
 */
record HubAddress(URI base, String from) {

    private static final String VARIABLE = "ESTAFETTE_URL";
    private static final String FILE = "estafette.json";

    /** The option, else the environment's, else what a hub that runs here wrote down. */
    static HubAddress of(Optional<String> option, Surroundings around) throws TroubleException {
        if (option.isPresent()) {
            return parse(option.get(), "the command line");
        }
        String named = around.environment().getOrDefault(VARIABLE, "");
        if (!named.isBlank()) {
            return parse(named, VARIABLE);
        }
        for (Path folder : around.dataFolders()) {
            Path file = folder.resolve(FILE);
            if (Files.isRegularFile(file)) {
                return parse(written(file), file.toString());
            }
        }
        throw new TroubleException("No hub is running on this machine (there is no "
                + around.dataFolders().getFirst().resolve(FILE)
                + "): start one with ops/estafette run, or name one with --url or " + VARIABLE + ".");
    }

    /** The start of a sentence that goes on with the reason. */
    String unanswered(String what) {
        return "No " + what + " answers at " + base + " (address from " + from + ")";
    }

    URI resolve(String path) {
        return URI.create(base + path);
    }

    private static String written(Path file) throws TroubleException {
        try {
            JsonNode url = new ObjectMapper().readTree(file.toFile()).path("url");
            if (url.isTextual()) {
                return url.asText();
            }
            throw new TroubleException(file + " names no url: name the hub with --url.");
        } catch (IOException e) {
            throw new TroubleException(file + " cannot be read: name the hub with --url.", e);
        }
    }

    private static HubAddress parse(String text, String from) throws TroubleException {
        try {
            URI uri = new URI(text.strip().replaceAll("/+$", ""));
            boolean usable = ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))
                    && uri.getHost() != null
                    && uri.getRawQuery() == null
                    && uri.getRawFragment() == null;
            if (usable) {
                return new HubAddress(uri, from);
            }
        } catch (URISyntaxException e) {
            // told below, in the words of whoever typed it
        }
        throw new TroubleException("\"" + text + "\" (from " + from
                + ") is not an address: it must look like http://127.0.0.1:8080 or https://hub.example.");
    }
}
