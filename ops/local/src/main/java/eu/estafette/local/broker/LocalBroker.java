package eu.estafette.local.broker;

import eu.estafette.local.FolderLock;
import java.io.IOException;
import java.nio.file.Path;

/**
 * A KRaft broker and its controller in this JVM, one node, data on disk. What was acknowledged is there after a restart,
 * also after kill -9. Once it runs it ends the JVM on the faults that end a broker of its own, such as a full disk.
 */
public final class LocalBroker implements AutoCloseable {

    private final FolderLock lock;
    private final BrokerListeners listeners;
    private final BrokerNode node;

    private LocalBroker(FolderLock lock, BrokerListeners listeners, BrokerNode node) {
        this.lock = lock;
        this.listeners = listeners;
        this.node = node;
    }

    /**
     * Starts a broker on the folder, which is made and formatted when it is new, and returns when clients are served.
     *
     * @param data folder for this broker alone
     * @param port of 127.0.0.1 for clients; 0 takes the folder's previous port, or a free one where that is taken
     * @throws IOException when the port is taken, the folder is in use or the broker does not start; nothing runs on then
     */
    public static LocalBroker start(Path data, int port) throws IOException {
        // Kafka's own lock comes too late: its controller writes to the log before its broker locks it
        var lock = FolderLock.take(data);
        try {
            var listeners = BrokerListeners.bind(data, port);
            return new LocalBroker(lock, listeners, node(data, listeners));
        } catch (Exception e) {
            lock.close();
            throw new IOException("The broker on %s does not start: %s".formatted(data, e.getMessage()), e);
        }
    }

    /** Where clients connect, as {@code 127.0.0.1:port}. */
    public String bootstrapServers() {
        return listeners.clientAddress();
    }

    /** Stops in order: the log is flushed, so that the next start has nothing to recover. */
    @Override
    public void close() throws IOException {
        node.close();
        lock.close();
    }

    private static BrokerNode node(Path data, BrokerListeners listeners) throws Exception {
        try {
            return BrokerNode.start(listeners, BrokerStorage.open(data.resolve("log")));
        } catch (Exception e) {
            listeners.close();
            throw e;
        }
    }
}
