package eu.estafette.local.registry;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A schema registry in this JVM with the Confluent REST API, on the loopback address. Avro only; FULL_TRANSITIVE unless told otherwise.
 * Schemas, ids and levels lie in {@code schema-registry.json} under the data folder, on disk before they are answered, and are the same
 * after a restart.
 */
public final class LocalRegistry implements AutoCloseable {

    private static final String LOOPBACK = "127.0.0.1";

    private final HttpServer server;
    private final ExecutorService threads;

    private LocalRegistry(HttpServer server, ExecutorService threads) {
        this.server = server;
        this.threads = threads;
    }

    /** Listens on return. @param port 0 for any free one */
    public static LocalRegistry start(Path data, int port) {
        return start(data, port, Optional.empty());
    }

    /** As {@link #start(Path, int)}, for those who authenticate (HTTP basic) with {@code userInfo}, {@code user:password}. */
    public static LocalRegistry start(Path data, int port, String userInfo) {
        String credentials = Base64.getEncoder().encodeToString(userInfo.getBytes(UTF_8));
        return start(data, port, Optional.of("Basic " + credentials));
    }

    private static LocalRegistry start(Path data, int port, Optional<String> authorization) {
        var handler = new RegistryServer(new RegistryApi(new Registry(new CatalogueFile(data))), authorization);
        try {
            var server = HttpServer.create(new InetSocketAddress(LOOPBACK, port), 0);
            ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
            server.setExecutor(threads);
            server.createContext("/", handler);
            server.start();
            return new LocalRegistry(server, threads);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "Schema registry: cannot listen on port " + port + " (" + e.getMessage()
                            + "); choose another, or 0 for any.",
                    e);
        }
    }

    /** The value for {@code schema.registry.url}. */
    public String url() {
        return "http://" + LOOPBACK + ":" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.close();
    }
}
