package eu.estafette.acceptance.guarantee;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The way to a server, which can be cut and mended: while it is cut, connections end and new ones are refused. */
final class Cable implements AutoCloseable {

    private final int server;
    private final int port;
    private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
    private ServerSocket door;

    /** @param server port of the loopback address */
    Cable(int server) throws IOException {
        this.server = server;
        this.door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.port = door.getLocalPort();
        serve(door);
    }

    int port() {
        return port;
    }

    void cut() throws IOException {
        door.close();
        for (Socket connection : connections) {
            connection.close();
        }
    }

    void mend() throws IOException {
        door = new ServerSocket();
        door.setReuseAddress(true);
        door.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        serve(door);
    }

    @Override
    public void close() throws IOException {
        cut();
    }

    private void serve(ServerSocket open) {
        Thread.ofVirtual().start(() -> {
            try {
                while (true) {
                    connect(open.accept());
                }
            } catch (IOException e) {
                // it is cut
            }
        });
    }

    private void connect(Socket client) throws IOException {
        connections.add(client);
        try {
            Socket there = new Socket(InetAddress.getLoopbackAddress(), server);
            connections.add(there);
            pass(client, there);
            pass(there, client);
        } catch (IOException e) {
            client.close();
        }
    }

    /** Until one of them closes, which closes the other. */
    private void pass(Socket from, Socket to) {
        Thread.ofVirtual().start(() -> {
            try (from;
                    to) {
                from.getInputStream().transferTo(to.getOutputStream());
            } catch (IOException e) {
                // it is cut, or one end is gone
            } finally {
                connections.remove(from);
            }
        });
    }
}
