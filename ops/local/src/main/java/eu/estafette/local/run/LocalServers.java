package eu.estafette.local.run;

import eu.estafette.local.broker.LocalBroker;
import eu.estafette.local.database.LocalDatabase;
import eu.estafette.local.registry.LocalRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/**
 * Kafka, registry and PostgreSQL for one hub: started here on loopback where the caller names no other.
 *
 * @param ownBroker whether the hub may make its topics and must do with one replica
 */
record LocalServers(String kafka, String registry, String database, boolean ownBroker, Deque<AutoCloseable> started)
        implements AutoCloseable {

    static LocalServers start(Path data, Optional<String> kafka, Optional<String> registry, Optional<String> database)
            throws Exception {
        Deque<AutoCloseable> started = new ArrayDeque<>();
        try {
            return new LocalServers(
                    kafka.isPresent() ? kafka.get() : broker(data, started),
                    registry.isPresent() ? registry.get() : registry(data, started),
                    database.isPresent() ? database.get() : database(data, started),
                    kafka.isEmpty(),
                    started);
        } catch (Exception e) {
            closeAll(started);
            throw e;
        }
    }

    @Override
    public void close() throws Exception {
        closeAll(started);
    }

    private static String broker(Path data, Deque<AutoCloseable> started) throws IOException {
        var broker = LocalBroker.start(data.resolve("kafka"), 0);
        started.push(broker);
        return broker.bootstrapServers();
    }

    private static String registry(Path data, Deque<AutoCloseable> started) {
        var registry = LocalRegistry.start(data.resolve("registry"), 0);
        started.push(registry);
        return registry.url();
    }

    private static String database(Path data, Deque<AutoCloseable> started) throws IOException {
        var database = LocalDatabase.start(data.resolve("postgresql"));
        started.push(database);
        return database.jdbcUrl();
    }

    /** In reverse order; a server that does not stop must not keep the others running. */
    private static void closeAll(Deque<AutoCloseable> servers) throws Exception {
        Exception first = null;
        while (!servers.isEmpty()) {
            try {
                servers.pop().close();
            } catch (Exception e) {
                if (first == null) {
                    first = e;
                } else {
                    first.addSuppressed(e);
                }
            }
        }
        if (first != null) {
            throw first;
        }
    }
}
