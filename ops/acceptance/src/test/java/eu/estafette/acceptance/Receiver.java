package eu.estafette.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** A partner's webhook that remembers what it got, call by call. */
final class Receiver implements AutoCloseable {

    private final HttpServer server;
    private final Map<String, JsonNode> notices = new ConcurrentHashMap<>();
    private final Set<String> twoContents = ConcurrentHashMap.newKeySet();
    private final List<String> order = new CopyOnWriteArrayList<>();
    private final AtomicInteger calls = new AtomicInteger();
    private final Map<String, Integer> attempts = new ConcurrentHashMap<>();
    private final Map<String, Instant> arrivals = new ConcurrentHashMap<>();
    private volatile Supplier<Integer> answer = () -> 204;

    private Receiver(HttpServer server) {
        this.server = server;
    }

    static Receiver start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var receiver = new Receiver(server);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", receiver::take);
        server.start();
        return receiver;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/hook";
    }

    /** From now on calls are answered with this status; what is not 2xx is not kept. */
    void answerWith(int status) {
        answer = () -> status;
    }

    /** By notice id, the data of the last call. */
    Map<String, JsonNode> notices() {
        return Map.copyOf(notices);
    }

    /** How often it was called for this notice, whatever it answered. */
    int attempts(String noticeId) {
        return attempts.getOrDefault(noticeId, 0);
    }

    /** By business key of the event that is told of, when it first arrived. */
    Map<String, Instant> arrivals() {
        return Map.copyOf(arrivals);
    }

    /** Notice ids in order of their first call. */
    List<String> order() {
        return List.copyOf(order);
    }

    /** Notice ids that came with two different contents. */
    Set<String> twoContents() {
        return Set.copyOf(twoContents);
    }

    /** Calls beyond the first of each notice. */
    int repeatedCalls() {
        return calls.get() - notices.size();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        JsonNode data = PartnerApi.JSON.readTree(exchange.getRequestBody()).path("data");
        attempts.merge(data.path("noticeId").asText(), 1, Integer::sum);
        int status = answer.get();
        if (status / 100 == 2) {
            keep(data);
        }
        exchange.sendResponseHeaders(status, -1);
        exchange.close();
    }

    private void keep(JsonNode data) {
        String id = data.path("noticeId").asText();
        calls.incrementAndGet();
        arrivals.putIfAbsent(data.path("event").path("businessKey").asText(), Instant.now());
        JsonNode before = notices.put(id, data);
        if (before == null) {
            order.add(id);
        } else if (!before.equals(data)) {
            twoContents.add(id);
        }
    }
}
