package eu.estafette.kit.rig;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;

/** A partner's server on loopback. It keeps what it gets and answers as told. */
public final class HttpPartner implements AutoCloseable {

    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();

    /** A call. */
    public record Received(String method, URI uri, String protocol, Map<String, List<String>> headers, String body) {

        /** The header, whatever the case of its name. */
        public List<String> header(String name) {
            return headers.entrySet().stream()
                    .filter(header -> header.getKey().equalsIgnoreCase(name))
                    .flatMap(header -> header.getValue().stream())
                    .toList();
        }
    }

    private HttpPartner(HttpHandler answer) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            received.add(received(exchange));
            answer.handle(exchange);
        });
        server.start();
    }

    public static HttpPartner thatDoes(HttpHandler answer) throws IOException {
        return new HttpPartner(answer);
    }

    public static HttpPartner thatAnswers(int status) throws IOException {
        return thatAnswers(status, Map.of());
    }

    public static HttpPartner thatAnswers(int status, Map<String, String> headers) throws IOException {
        return new HttpPartner(exchange -> {
            headers.forEach(exchange.getResponseHeaders()::set);
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        });
    }

    public URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/estafette?key=s3cr3t");
    }

    /** What came, in order; nothing more comes once the calls of a test have returned. */
    public List<Received> received() {
        return List.copyOf(received);
    }

    public Received onlyCall() {
        if (received.size() != 1) {
            throw new AssertionError("one call expected, there were " + received.size());
        }
        return received.element();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    private static Received received(HttpExchange exchange) throws IOException {
        return new Received(
                exchange.getRequestMethod(),
                exchange.getRequestURI(),
                exchange.getProtocol(),
                Map.copyOf(exchange.getRequestHeaders()),
                new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
    }
}
