package eu.estafette.local.broker;

import eu.estafette.local.Loopback;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * The node's two sockets, bound before Kafka starts, so that no other process takes a port between choosing and binding it.
 * The ports are kept in the data folder: clients that outlive a restart find the broker again.
 */
final class BrokerListeners implements ServerSocketFactory, AutoCloseable {

    static final String CLIENTS = "PLAINTEXT";
    static final String CONTROLLER = "CONTROLLER";

    private final Path memory;
    private final Map<String, Integer> ports = new HashMap<>();
    private final Map<String, ServerSocketChannel> unclaimed = new HashMap<>();

    private BrokerListeners(Path memory) {
        this.memory = memory;
    }

    static BrokerListeners bind(Path data, int port) throws IOException {
        var listeners = new BrokerListeners(data.resolve("ports.properties"));
        try {
            var previous = listeners.recall();
            listeners.add(CLIENTS, port == 0 ? bindAgain(previous, CLIENTS) : Loopback.bind(port));
            listeners.add(CONTROLLER, bindAgain(previous, CONTROLLER));
            listeners.remember();
            return listeners;
        } catch (IOException | RuntimeException e) {
            listeners.close();
            throw e;
        }
    }

    String clientAddress() {
        return address(CLIENTS);
    }

    String address(String listener) {
        return Loopback.HOST + ":" + ports.get(listener);
    }

    private void remember() throws IOException {
        var properties = new Properties();
        ports.forEach((listener, port) -> properties.setProperty(listener, port.toString()));
        try (var out = Files.newBufferedWriter(memory)) {
            properties.store(out, null);
        }
    }

    @Override
    public synchronized ServerSocketChannel openServerSocket(
            String listener, InetSocketAddress address, int backlog, int receiveBuffer) throws IOException {
        var socket = unclaimed.remove(listener);
        if (socket == null) {
            throw new BindException("listener %s of the broker is already open".formatted(listener));
        }
        socket.configureBlocking(false);
        return socket;
    }

    /** Closes what Kafka has not claimed; what it has, it closes. */
    @Override
    public synchronized void close() throws IOException {
        for (var socket : unclaimed.values()) {
            socket.close();
        }
        unclaimed.clear();
    }

    private void add(String listener, ServerSocketChannel socket) {
        ports.put(listener, Loopback.port(socket));
        unclaimed.put(listener, socket);
    }

    private Properties recall() throws IOException {
        var properties = new Properties();
        if (Files.exists(memory)) {
            try (var in = Files.newBufferedReader(memory)) {
                properties.load(in);
            }
        }
        return properties;
    }

    private static ServerSocketChannel bindAgain(Properties previous, String listener) throws IOException {
        int port = Integer.parseInt(previous.getProperty(listener, "0"));
        try {
            return port == 0 ? Loopback.bindLasting() : Loopback.bind(port);
        } catch (BindException e) {
            return Loopback.bindLasting();
        }
    }
}
