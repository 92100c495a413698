package eu.estafette.commands;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Plays a hub's API and its token issuer over HTTP on loopback: lets the operator in, and nobody else. */
final class PlayedHub implements AutoCloseable {

    private static final String TOKEN = "a-token";
    private static final String BASIC =
            "Basic " + Base64.getEncoder().encodeToString("operator:local-secret".getBytes(UTF_8));

    private static final Reply NOT_FOUND =
            new Reply(404, "application/problem+json", "{\"type\":\"urn:problem-type:belgif:resourceNotFound\"}");

    private record Reply(int status, String type, String body) {}

    private final HttpServer server;
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final AtomicInteger unknown = new AtomicInteger();
    private volatile Reply kept = new Reply(404, "application/json", "{}");
    private volatile Reply reply = new Reply(200, "application/json", "{}");

    PlayedHub() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/oauth2/token", this::token);
        server.createContext("/api/ops/", this::report);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    void answers(String json) {
        reply = new Reply(200, "application/json", json);
    }

    /** The next so many questions are about something that is not there yet. */
    void knowsItOnlyAfter(int questions) {
        unknown.set(questions);
    }

    /** What is posted is accepted with this answer. */
    void accepts(String json) {
        kept = new Reply(202, "application/json", json);
    }

    /** What is asked with a body has this answer. */
    void plans(String json) {
        kept = new Reply(200, "application/json", json);
    }

    /** Nothing that is posted is accepted. */
    void refusesPosts(int status, String problem) {
        kept = new Reply(status, "application/problem+json", problem);
    }

    void refuses(int status, String type, String detail) {
        reply = new Reply(
                status,
                "application/problem+json",
                "{\"type\":\"urn:problem-type:belgif:" + type + "\",\"status\":" + status + ",\"detail\":\"" + detail
                        + "\"}");
    }

    void gives(String content) {
        reply = new Reply(200, "application/octet-stream", content);
    }

    void says(int status, String body) {
        reply = new Reply(status, "text/html", body);
    }

    /** Paths with their queries, as they came. */
    List<String> asked() {
        return asked;
    }

    /** Bodies that were posted. */
    List<String> told() {
        return told;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void token(HttpExchange exchange) throws IOException {
        boolean known = exchange.getRequestMethod().equals("POST")
                && BASIC.equals(exchange.getRequestHeaders().getFirst("Authorization"))
                && new String(exchange.getRequestBody().readAllBytes(), UTF_8).equals("grant_type=client_credentials");
        Reply token = known
                ? new Reply(200, "application/json", "{\"access_token\":\"" + TOKEN + "\",\"token_type\":\"Bearer\"}")
                : new Reply(401, "application/json", "{\"error\":\"invalid_client\"}");
        send(exchange, token);
    }

    private void report(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestURI().toString());
        boolean allowed =
                ("Bearer " + TOKEN).equals(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean posted = exchange.getRequestMethod().equals("POST");
        if (posted) {
            told.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
        }
        boolean late = !posted && unknown.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        if (late && allowed) {
            send(exchange, NOT_FOUND);
            return;
        }
        send(exchange, allowed ? (posted ? kept : reply) : new Reply(401, "application/json", "{}"));
    }

    private static void send(HttpExchange exchange, Reply reply) throws IOException {
        byte[] body = reply.body().getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", reply.type());
        exchange.sendResponseHeaders(reply.status(), body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }
}
