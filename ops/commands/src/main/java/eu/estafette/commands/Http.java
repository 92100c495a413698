package eu.estafette.commands;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** HTTP with failures as sentences. */
final class Http {

    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration ANSWER = Duration.ofSeconds(60);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient client =
            HttpClient.newBuilder().connectTimeout(CONNECT).build();

    /** @throws CommandException if nobody answers */
    Answer send(HttpRequest.Builder request) {
        HttpRequest ready = request.timeout(ANSWER).build();
        try {
            HttpResponse<String> response =
                    client.send(ready, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
            return new Answer(response.statusCode(), response.body());
        } catch (IOException e) {
            throw CommandException.wrongUse("Nothing answers at %s (%s): is the hub running, and is the address right?"
                    .formatted(ready.uri(), e.getClass().getSimpleName()));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw CommandException.wrongUse("Interrupted while waiting for " + ready.uri() + ".");
        }
    }

    /** @throws CommandException if this is no HTTP address */
    static URI below(URI base, String path) {
        if (base.getHost() == null) {
            throw CommandException.wrongUse("'" + base + "' is no address of a hub; give --url http://host:port.");
        }
        return URI.create(base.toString().replaceFirst("/+$", "") + path);
    }

    record Answer(int status, String body) {

        /** The body as JSON; missing where it is something else. */
        JsonNode json() {
            try {
                return JSON.readTree(body);
            } catch (JsonProcessingException e) {
                return MissingNode.getInstance();
            }
        }
    }
}
