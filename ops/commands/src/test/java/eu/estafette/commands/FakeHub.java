package eu.estafette.commands;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Plays a hub's operator API and its issuer, over real HTTP. */
final class FakeHub implements AutoCloseable {

    private static final String TOKEN = "token-of-the-operator";

    private final HttpServer server;
    private final Map<String, Reply> replies = new ConcurrentHashMap<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();
    private final List<String> credentials = new CopyOnWriteArrayList<>(List.of("operator:local-secret"));

    private record Reply(int status, String body) {}

    FakeHub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** @param call path and query */
    FakeHub answers(String call, String body) {
        return answers(call, 200, body);
    }

    FakeHub answers(String call, int status, String body) {
        replies.put(call, new Reply(status, body));
        return this;
    }

    void knows(String clientAndSecret) {
        credentials.add(clientAndSecret);
    }

    /** Calls so far, path and query, without those for tokens. */
    List<String> calls() {
        return new ArrayList<>(calls);
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String call = exchange.getRequestURI().toString();
            Reply reply =
                    switch (exchange.getRequestURI().getPath()) {
                        case "/oauth2/token", "/elsewhere/token" -> token(exchange);
                        case "/issuer/.well-known/openid-configuration" ->
                            new Reply(200, "{\"token_endpoint\":\"" + url() + "/elsewhere/token\"}");
                        default -> api(exchange, call);
                    };
            byte[] body = reply.body().getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private Reply token(HttpExchange exchange) throws IOException {
        String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        String basic = exchange.getRequestHeaders().getFirst("Authorization").substring("Basic ".length());
        boolean known = credentials.contains(new String(Base64.getDecoder().decode(basic), UTF_8));
        return known && form.equals("grant_type=client_credentials")
                ? new Reply(200, "{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"Bearer\"}")
                : new Reply(401, "{\"error\":\"invalid_client\"}");
    }

    private Reply api(HttpExchange exchange, String call) {
        calls.add(call);
        if (!("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            return new Reply(401, "");
        }
        return replies.getOrDefault(call, new Reply(404, "{\"detail\":\"Nothing is known under this reference.\"}"));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
