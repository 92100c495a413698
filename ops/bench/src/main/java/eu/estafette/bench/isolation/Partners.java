package eu.estafette.bench.isolation;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The partners' webhooks on loopback, each under its own path. Remembers when each notice came first. */
final class Partners implements AutoCloseable {

    private static final String PATH = "/";
    private static final Duration TOO_LONG = Duration.ofSeconds(20);

    private final Map<String, Long> arrivals = new ConcurrentHashMap<>();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private final Trouble trouble;
    private final String sick;

    /** @param sick the partner that is in trouble */
    Partners(Trouble trouble, String sick) throws IOException {
        this.trouble = trouble;
        this.sick = sick;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext(PATH, this::answer);
        server.start();
    }

    String urlOf(String party) throws IOException {
        int port = trouble == Trouble.DOWN && party.equals(sick)
                ? nobodyListens()
                : server.getAddress().getPort();
        return "http://127.0.0.1:" + port + PATH + party;
    }

    /** When a notice came first, by {@link System#nanoTime}; null if it has not come. */
    Map<String, Long> arrivals() {
        return arrivals;
    }

    private static int nobodyListens() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private void answer(HttpExchange call) throws IOException {
        try (call) {
            call.getRequestBody().readAllBytes();
            String notice = call.getRequestHeaders().getFirst("webhook-id");
            int status = call.getRequestURI().getPath().equals(PATH + sick) ? inTrouble(notice) : 204;
            if (status == 204) {
                arrivals.putIfAbsent(notice, System.nanoTime());
            }
            call.sendResponseHeaders(status, -1);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private int inTrouble(String notice) throws InterruptedException {
        return switch (trouble) {
            case NONE, DOWN -> 204;
            case SLOW -> {
                Thread.sleep(TOO_LONG);
                yield 204;
            }
            case FLAPPING -> System.nanoTime() / 1_000_000_000 % 2 == 0 ? 204 : 503;
            case REFUSING -> notice.hashCode() % 10 == 0 ? 422 : 204;
        };
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
