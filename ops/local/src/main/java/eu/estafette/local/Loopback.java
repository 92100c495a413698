package eu.estafette.local;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.ServerSocketChannel;
import java.util.concurrent.ThreadLocalRandom;

/** Ports of this machine's loopback address; nothing of the local mode listens elsewhere. */
public final class Loopback {

    public static final String HOST = "127.0.0.1";

    private static final int BACKLOG = 128;

    /** Below the ports that systems give to outgoing connections, from 32768 (Linux) or 49152 (others) on. */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 30_000;
    private static final int ATTEMPTS = 100;

    private Loopback() {}

    /**
     * A bound, listening socket; port 0 takes a free one.
     *
     * @throws BindException when the port is taken; the message names it
     */
    public static ServerSocketChannel bind(int port) throws IOException {
        var socket = ServerSocketChannel.open();
        try {
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), port), BACKLOG);
            return socket;
        } catch (BindException e) {
            socket.close();
            throw new BindException(
                    "port %d of %s is taken: choose another, or 0 for a free one".formatted(port, HOST));
        } catch (IOException | RuntimeException e) {
            socket.close();
            throw e;
        }
    }

    /**
     * A bound, listening socket at a port that the system gives to nobody by itself. Whoever closes it may bind the port again later: no
     * outgoing connection gets it meanwhile, not even one of the clients that look for the server that is down.
     */
    public static ServerSocketChannel bindLasting() throws IOException {
        for (int attempt = 1; ; attempt++) {
            try {
                return bind(ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST));
            } catch (BindException e) {
                if (attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
    }

    /** A port that was free a moment ago, and that the system gives to nobody by itself; for servers that insist on binding themselves. */
    public static int freePort() throws IOException {
        try (var socket = bindLasting()) {
            return port(socket);
        }
    }

    /** Where a bound socket listens. */
    public static int port(ServerSocketChannel socket) {
        @SuppressWarnings("resource") // a view of the channel, closed with it
        ServerSocket view = socket.socket();
        return view.getLocalPort();
    }
}
