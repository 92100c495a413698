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
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/**
 * The partners' own systems: one HTTP server that takes each party's webhooks and verifies their signatures, and what the others found in their
 * mailboxes.
 */
final class Partners implements AutoCloseable {

    private final HttpServer server;
    private final Signatures signatures;
    private final Consumer<ReceivedNotice> watcher;
    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, ReceivedNotice> received = new LinkedHashMap<>();
    private final List<String> refused = new ArrayList<>();
    private final ReentrantLock lock = new ReentrantLock();

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

    /** A party found it in its mailbox. */
    void read(ReceivedNotice notice) {
        keep(notice);
    }

    /** Each notice once however often it was called, in order of arrival. */
    List<ReceivedNotice> received() {
        lock.lock();
        try {
            return List.copyOf(received.values());
        } finally {
            lock.unlock();
        }
    }

    Set<String> receivedIds() {
        lock.lock();
        try {
            return Set.copyOf(received.keySet());
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
            }
        } finally {
            lock.unlock();
        }
    }
}
