package eu.estafette.kit.rig;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.intake.CallerIdentity;
import eu.estafette.kit.soap.door.SoapDoor;
import eu.estafette.kit.soap.door.SoapReply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A door on loopback, without the hub's server around it. A token is the name of its client. */
public final class SoapDoorServer implements AutoCloseable {

    /** Whom a token was given to. */
    public static final CallerIdentity BEARERS = call -> Optional.ofNullable((String) call.get("Authorization"))
            .map(token -> new PartyId(token.replaceFirst("Bearer ", "")));

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();

    public SoapDoorServer(SoapDoor door) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            try (exchange) {
                answer(exchange, door.take(headers(exchange), exchange.getRequestBody()));
            }
        });
        server.start();
    }

    private static Map<String, Object> headers(HttpExchange exchange) {
        Map<String, Object> headers = new HashMap<>();
        exchange.getRequestHeaders().forEach((name, values) -> headers.put(name, values.getFirst()));
        return headers;
    }

    private static void answer(HttpExchange exchange, SoapReply reply) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", SoapReply.CONTENT_TYPE);
        reply.retryAfter().ifPresent(wait -> exchange.getResponseHeaders().set("Retry-After", "" + wait.toSeconds()));
        exchange.sendResponseHeaders(reply.status(), reply.envelope().length);
        exchange.getResponseBody().write(reply.envelope());
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/");
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
