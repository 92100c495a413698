package eu.estafette.schemas.registry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import eu.estafette.schemas.registry.RegistryException.Fault;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Calls to a registry that may have several addresses: one that does not answer, or answers with a server error, gives way to the next,
 * and who answered last is asked first. Every call ends within the time-outs of all addresses together.
 */
final class RegistryHttp implements AutoCloseable {

    private static final String JSON = "application/vnd.schemaregistry.v1+json";

    private final RegistryConfig config;
    private final HttpClient http;
    private final ObjectMapper json = new ObjectMapper();
    private final AtomicInteger preferred = new AtomicInteger();

    /** An answer below 500: the status, and the body as far as it is JSON. */
    record Answer(int status, JsonNode body) {
        boolean isGood() {
            return status / 100 == 2;
        }

        int errorCode() {
            return body.path("error_code").asInt(status);
        }

        String message() {
            return body.path("message").asText("status " + status);
        }
    }

    RegistryHttp(RegistryConfig config) {
        this.config = config;
        // no attempt at an upgrade to HTTP/2, which some proxies in front of registries refuse
        http = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(config.connectTimeout())
                .build();
    }

    Answer get(String path, String what) {
        return send("GET", path, BodyPublishers.noBody(), what);
    }

    Answer send(String method, String path, JsonNode body, String what) {
        return send(method, path, BodyPublishers.ofString(body.toString()), what);
    }

    /** @throws RegistryException with {@link Fault#AWAY} if no address answers */
    private Answer send(String method, String path, BodyPublisher body, String what) {
        List<URI> urls = config.urls();
        int first = preferred.get();
        Exception last = null;
        for (int i = 0; i < urls.size(); i++) {
            int at = (first + i) % urls.size();
            try {
                var response = http.send(request(urls.get(at), method, path, body), BodyHandlers.ofString());
                if (response.statusCode() < 500) {
                    preferred.set(at);
                    return new Answer(response.statusCode(), parsed(response));
                }
                last = new IOException("status " + response.statusCode() + " from " + urls.get(at));
            } catch (IOException e) {
                last = e;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw away(what, e);
            }
        }
        throw away(what, last);
    }

    private HttpRequest request(URI url, String method, String path, BodyPublisher body) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(config.readTimeout())
                .header("Accept", JSON + ", application/json")
                .method(method, body);
        if (body.contentLength() > 0) {
            request.header("Content-Type", JSON);
        }
        config.authorization().ifPresent(value -> request.header("Authorization", value));
        return request.build();
    }

    private JsonNode parsed(HttpResponse<String> response) {
        try {
            return json.readTree(response.body());
        } catch (JsonProcessingException e) {
            return MissingNode.getInstance();
        }
    }

    private RegistryException away(String what, @Nullable Exception cause) {
        String reason = cause == null ? "no address" : reason(cause);
        return new RegistryException(
                Fault.AWAY,
                what + ": the schema registry " + config.urls() + " does not answer (" + reason
                        + "); what is already known stays in use, the rest is asked again when it is needed next.",
                cause);
    }

    private static String reason(Exception cause) {
        return cause.getMessage() == null ? cause.getClass().getSimpleName() : cause.getMessage();
    }

    @Override
    public void close() {
        // close() would wait for calls that still run
        http.shutdownNow();
    }
}
