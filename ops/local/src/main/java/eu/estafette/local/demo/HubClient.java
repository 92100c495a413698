package eu.estafette.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Talks to the hub as a partner's system does: over HTTP, with a token of its own. */
final class HubClient {

    private static final Duration TIMEOUT = Duration.ofSeconds(60);
    private static final String SECRET = "local-secret";

    private final String url;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(TIMEOUT).build();
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, String> tokens = new ConcurrentHashMap<>();

    HubClient(String url) {
        this.url = url;
    }

    /**
     * Sends an event and gives the place where its state can be read.
     *
     * @throws DemoFailedException if the hub does not answer 202
     */
    String post(String party, ObjectNode event) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                request("/api/events", party)
                        .header("Content-Type", "application/cloudevents+json")
                        .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(event)))
                        .build(),
                BodyHandlers.ofString());
        expect(202, response);
        return response.headers().firstValue("Location").orElseThrow();
    }

    JsonNode get(String path, String client) throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(request(path, client).GET().build(), BodyHandlers.ofString());
        expect(200, response);
        return json.readTree(response.body());
    }

    private HttpRequest.Builder request(String path, String client) throws IOException, InterruptedException {
        return HttpRequest.newBuilder(URI.create(url + path))
                .timeout(TIMEOUT)
                .header("Authorization", "Bearer " + token(client));
    }

    private String token(String client) throws IOException, InterruptedException {
        String known = tokens.get(client);
        if (known != null) {
            return known;
        }
        String basic = Base64.getEncoder().encodeToString((client + ":" + SECRET).getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(url + "/oauth2/token"))
                        .timeout(TIMEOUT)
                        .header("Authorization", "Basic " + basic)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                        .build(),
                BodyHandlers.ofString());
        expect(200, response);
        String token = json.readTree(response.body()).get("access_token").asText();
        tokens.put(client, token);
        return token;
    }

    private static void expect(int status, HttpResponse<String> response) {
        if (response.statusCode() != status) {
            throw new DemoFailedException(response.request().method() + " "
                    + response.uri().getPath() + " was answered " + response.statusCode() + " instead of " + status
                    + ": " + response.body());
        }
    }
}
