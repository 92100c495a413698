package eu.estafette.schemas.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;

/** Enough of a registry to register and fetch, that remembers what it was asked and fails on demand. */
final class FakeRegistry implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpServer server;
    private final List<String> schemas = new ArrayList<>();
    private final Map<String, List<Integer>> subjects = new LinkedHashMap<>();
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final List<String> authorizations = new CopyOnWriteArrayList<>();
    private volatile Optional<Reply> always = Optional.empty();

    private record Reply(int status, String body) {}

    FakeRegistry() {
        try {
            server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", this::handle);
        server.start();
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Method and path of each request, in order. */
    List<String> requests() {
        return List.copyOf(requests);
    }

    List<String> authorizations() {
        return List.copyOf(authorizations);
    }

    synchronized List<String> schemas() {
        return List.copyOf(schemas);
    }

    /** From now on every answer is this one. */
    void always(int status, String body) {
        always = Optional.of(new Reply(status, body));
    }

    synchronized int register(String subject, String schema) {
        if (!schemas.contains(schema)) {
            schemas.add(schema);
        }
        int id = schemas.indexOf(schema) + 1;
        List<Integer> versions = subjects.computeIfAbsent(subject, one -> new ArrayList<>());
        if (!versions.contains(id)) {
            versions.add(id);
        }
        return id;
    }

    private void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            String path = exchange.getRequestURI().getRawPath();
            requests.add(exchange.getRequestMethod() + " " + path);
            authorizations.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            Reply reply =
                    always.isPresent() ? always.get() : reply(path.substring(1).split("/"), body);
            byte[] bytes = reply.body().getBytes(UTF_8);
            exchange.sendResponseHeaders(reply.status(), bytes.length == 0 ? -1 : bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private synchronized Reply reply(String[] path, String body) throws IOException {
        if (path[0].equals("schemas")) {
            int id = Integer.parseInt(path[2]);
            return id <= schemas.size()
                    ? json(Map.of("schema", schemas.get(id - 1)))
                    : new Reply(404, "{\"error_code\":40403,\"message\":\"Schema not found\"}");
        }
        if (!body.isEmpty()) {
            return json(Map.of(
                    "id", register(path[1], JSON.readTree(body).path("schema").asText())));
        }
        List<Integer> ids = subjects.getOrDefault(path[1], List.of());
        if (path.length == 3) {
            return json(IntStream.rangeClosed(1, ids.size()).boxed().toList());
        }
        int version = Integer.parseInt(path[3]);
        int id = ids.get(version - 1);
        return json(Map.of("subject", path[1], "version", version, "id", id, "schema", schemas.get(id - 1)));
    }

    private static Reply json(Object body) throws IOException {
        return new Reply(200, JSON.writeValueAsString(body));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
