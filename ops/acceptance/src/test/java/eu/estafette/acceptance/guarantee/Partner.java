package eu.estafette.acceptance.guarantee;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsServer;
import eu.estafette.acceptance.PartnerApi;
import eu.estafette.acceptance.oracle.Call;
import eu.estafette.acceptance.oracle.Cause;
import eu.estafette.acceptance.oracle.History;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;

/** A partner's webhook that behaves as it is told to, and writes down every call. */
final class Partner implements AutoCloseable {

    private static final int BACKLOG = 512;

    private final String id;
    private HttpServer server;
    private volatile History history;
    private volatile Function<Cause, Reply> behaviour = any -> Reply.OK;

    private Partner(String id, HttpServer server, History history) {
        this.id = id;
        this.server = server;
        this.history = history;
    }

    static Partner start(String id, History history) throws IOException {
        return start(id, HttpServer.create(loopback(), BACKLOG), history);
    }

    static Partner start(String id, HttpServer server, History history) {
        var partner = new Partner(id, server, history);
        partner.serve();
        return partner;
    }

    private void serve() {
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::take);
        server.start();
    }

    static InetSocketAddress loopback() {
        return new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    }

    /** Nobody answers at its address any more. */
    void goDown() {
        server.stop(0);
    }

    /** It answers again where it did. */
    void comeBack() throws IOException {
        server = HttpServer.create(server.getAddress(), BACKLOG);
        serve();
    }

    String id() {
        return id;
    }

    String url() {
        return (server instanceof HttpsServer ? "https" : "http") + "://127.0.0.1:"
                + server.getAddress().getPort() + "/hook";
    }

    /** From now on. */
    void behave(Function<Cause, Reply> asTold) {
        behaviour = asTold;
    }

    /** Calls are written down there from now on. */
    void tell(History other) {
        history = other;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        Instant at = Instant.now();
        JsonNode notice = PartnerApi.JSON.readTree(body).path("data");
        Cause cause = cause(notice.path("event"));
        Reply reply = behaviour.apply(cause);
        history.called(
                new Call(at, id, notice.path("noticeId").asText(), cause, part(notice), digest(body), reply.kept()));
        switch (reply) {
            case Reply.Status answer -> {
                LockSupport.parkNanos(answer.after().toNanos());
                exchange.sendResponseHeaders(answer.status(), -1);
            }
            case Reply.CloseWhileAnswering ignored -> {
                exchange.sendResponseHeaders(200, 1000);
                exchange.getResponseBody().write('{');
                exchange.getResponseBody().flush();
            }
        }
        exchange.close();
    }

    private static Cause cause(JsonNode event) {
        String type = event.path("type")
                .asText()
                .replaceFirst("^eu\\.estafette\\.case\\.v1\\.", "")
                .replace(".notify.", ".");
        return new Cause(
                type, event.path("businessKey").asText(), event.path("version").asInt());
    }

    private static String part(JsonNode notice) {
        return String.join(
                " ",
                notice.path("forRole").asText(),
                notice.path("purpose").asText(),
                notice.path("view").path("name").asText(),
                notice.path("step").path("code").asText(),
                notice.path("to").path("person").asText());
    }

    private static String digest(byte[] body) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(body));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is part of every JDK", e);
        }
    }
}
