package eu.estafette.local.registry;

import eu.estafette.local.Loopback;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A way to a server that can be shut and opened again, so that a server can be away without being stopped. */
final class Gate implements AutoCloseable {

    private final URI server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Set<Socket> passing = ConcurrentHashMap.newKeySet();
    private volatile ServerSocket door;

    Gate(String url) {
        server = URI.create(url);
        door = listen(lastingPort());
    }

    /** The server's address, through this gate. */
    String url() {
        return url(door.getLocalPort());
    }

    void shut() {
        close(door);
        passing.forEach(Gate::close);
    }

    void open() {
        door = listen(door.getLocalPort());
    }

    private String url(int port) {
        return server.getScheme() + "://127.0.0.1:" + port + server.getPath();
    }

    /** It must be free when the gate opens again. */
    private static int lastingPort() {
        try {
            return Loopback.freePort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ServerSocket listen(int port) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            threads.submit(() -> accept(socket));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket from) {
        while (!from.isClosed()) {
            try {
                Socket client = from.accept();
                var target = new Socket(server.getHost(), server.getPort());
                passing.add(client);
                passing.add(target);
                threads.submit(() -> pump(client, target));
                threads.submit(() -> pump(target, client));
                if (from.isClosed()) {
                    // came in while the gate was being shut, which did not see it
                    close(client);
                    close(target);
                }
            } catch (IOException e) {
                // shut, or the server behind is gone: the client sees its connection refused or ended
            }
        }
    }

    private void pump(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // one side ended
        } finally {
            passing.remove(from);
            passing.remove(to);
        }
    }

    private static void close(AutoCloseable socket) {
        try {
            socket.close();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Override
    public void close() {
        shut();
        threads.close();
    }
}
