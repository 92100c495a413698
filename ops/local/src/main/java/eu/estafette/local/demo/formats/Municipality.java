package eu.estafette.local.demo.formats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

/** A Dutch municipality's system of cases, which wants to be notified as ZGW says and fetches the rest itself. */
final class Municipality implements AutoCloseable {

    static final String AUTHORIZATION = "Token of-the-hub-for-gemeente-west";

    private final HttpServer server;
    private final ObjectMapper json = new ObjectMapper();
    private final List<URI> resources = new CopyOnWriteArrayList<>();

    private Municipality(HttpServer server) {
        this.server = server;
    }

    static Municipality start() throws IOException {
        var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        var municipality = new Municipality(server);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/notificaties", municipality::take);
        server.start();
        return municipality;
    }

    String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
    }

    String callback() {
        return root() + "notificaties";
    }

    /** Where the hub says that there is something to read, in order. */
    List<URI> resources() {
        return List.copyOf(resources);
    }

    private void take(HttpExchange exchange) throws IOException {
        JsonNode notification = json.readTree(exchange.getRequestBody());
        boolean known = AUTHORIZATION.equals(exchange.getRequestHeaders().getFirst("Authorization"));
        if (known && notification.hasNonNull("resourceUrl")) {
            resources.add(URI.create(notification.path("resourceUrl").asText()));
        }
        exchange.sendResponseHeaders(known ? 204 : 403, -1);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
