package eu.estafette.local.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The API over HTTP: credentials, JSON in and out, refusals as the API's error bodies. */
final class RegistryServer implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(RegistryServer.class);
    private static final String TYPE = "application/vnd.schemaregistry.v1+json";
    private static final int BODY_LIMIT = 4 * 1024 * 1024;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RegistryApi api;
    private final Optional<byte[]> authorization;

    /** @param authorization the header value that every request must have */
    RegistryServer(RegistryApi api, Optional<String> authorization) {
        this.api = api;
        this.authorization = authorization.map(value -> value.getBytes(UTF_8));
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            try {
                refuseStrangers(exchange);
                String body = new String(exchange.getRequestBody().readNBytes(BODY_LIMIT), UTF_8);
                send(exchange, 200, api.answer(exchange.getRequestMethod(), exchange.getRequestURI(), body));
            } catch (Refusal refusal) {
                send(exchange, refusal.status(), error(refusal.code(), String.valueOf(refusal.getMessage())));
            } catch (RuntimeException e) {
                LOG.error(
                        "schema registry failed method={} path={}",
                        exchange.getRequestMethod(),
                        exchange.getRequestURI().getPath(),
                        e);
                send(exchange, 500, error(500, "Internal server error; the registry's log has the reason."));
            }
        }
    }

    private void refuseStrangers(HttpExchange exchange) {
        if (authorization.isPresent()) {
            String given = exchange.getRequestHeaders().getFirst("Authorization");
            if (given == null || !MessageDigest.isEqual(given.getBytes(UTF_8), authorization.get())) {
                exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"schema registry\"");
                throw Refusal.unauthorized();
            }
        }
    }

    private static Map<String, Object> error(int code, String message) {
        return Map.of("error_code", code, "message", message);
    }

    private static void send(HttpExchange exchange, int status, Object body) throws IOException {
        byte[] bytes = JSON.writeValueAsBytes(body);
        exchange.getResponseHeaders().add("Content-Type", TYPE);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
