package eu.estafette.local.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** The partners' own systems: one HTTP server that takes each party's webhooks and verifies their signatures. */
final class Partners implements AutoCloseable {

    private final HttpServer server;
    private final Signatures signatures;
    private final Consumer<ReceivedNotice> watcher;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, ReceivedNotice> received = new LinkedHashMap<>();
    private final List<String> refused = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition arrived = lock.newCondition();

    private Partners(HttpServer server, Signatures signatures, Consumer<ReceivedNotice> watcher) {
        this.server = server;
        this.signatures = signatures;
        this.watcher = watcher;
    }

    /** @param watcher sees every notice once, in order of arrival */
    static Partners start(Signatures signatures, Consumer<ReceivedNotice> watcher) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var partners = new Partners(server, signatures, watcher);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", partners::take);
        server.start();
        return partners;
    }

    String urlOf(String party) {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/" + party;
    }

    /** Waits for a notice that has not come yet, or gives the one that has. */
    ReceivedNotice await(String what, Predicate<ReceivedNotice> wanted) throws InterruptedException {
        long left = TimeUnit.MINUTES.toNanos(3);
        lock.lock();
        try {
            while (true) {
                for (ReceivedNotice notice : received.values()) {
                    if (wanted.test(notice)) {
                        return notice;
                    }
                }
                if (left <= 0) {
                    throw new DemoFailedException("no notice came within three minutes for: " + what);
                }
                left = arrived.awaitNanos(left);
            }
        } finally {
            lock.unlock();
        }
    }

    /** Ids of all notices that came, each once however often it was called. */
    List<String> receivedIds() {
        lock.lock();
        try {
            return List.copyOf(received.keySet());
        } finally {
            lock.unlock();
        }
    }

    /** Calls that were turned away because their signature was not the hub's. */
    List<String> refused() {
        lock.lock();
        try {
            return List.copyOf(refused);
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private void take(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        boolean signed = signatures.isSigned(body, exchange.getRequestHeaders());
        if (signed) {
            keep(new ReceivedNotice(json.readTree(body).path("data")));
        } else {
            refuse(exchange.getRequestURI().getPath());
        }
        exchange.sendResponseHeaders(signed ? 204 : 401, -1);
        exchange.close();
    }

    private void refuse(String path) {
        lock.lock();
        try {
            refused.add(path);
        } finally {
            lock.unlock();
        }
    }

    private void keep(ReceivedNotice notice) {
        lock.lock();
        try {
            if (received.putIfAbsent(notice.id(), notice) == null) {
                watcher.accept(notice);
                arrived.signalAll();
            }
        } finally {
            lock.unlock();
        }
    }
}
