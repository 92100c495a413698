package eu.estafette.kit.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** Tries whether a partner's host can be reached and trusted, without sending it anything. */
public final class Handshake {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private Handshake() {}

    /**
     * @param url http or https, with a host
     * @return what is wrong, in one sentence; empty if nothing is
     */
    public static Optional<String> with(URI url) {
        try {
            return with(url, HttpTimeouts.STANDARD.connect(), () -> (SSLSocketFactory) SSLSocketFactory.getDefault());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the platform's own keys need no loading", e);
        }
    }

    /** Keys and trust; asked for once the connection stands, and only for https. */
    @FunctionalInterface
    public interface Tls {
        SSLSocketFactory sockets() throws IOException, GeneralSecurityException;
    }

    /**
     * The same with keys and trust of its own.
     *
     * @param patience for the connection, and again for each step of the handshake
     * @throws GeneralSecurityException if the keys or the trust cannot be used
     */
    public static Optional<String> with(URI url, Duration patience, Tls tls) throws GeneralSecurityException {
        boolean secure = "https".equalsIgnoreCase(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : secure ? HTTPS : HTTP;
        int millis = Math.toIntExact(patience.toMillis());
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(url.getHost(), port), millis);
            plain.setSoTimeout(millis);
            if (secure) {
                shakeHands(plain, url.getHost(), port, tls.sockets());
            }
            return Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of(HttpCalls.host(url) + " is not known by that name");
        } catch (SSLException e) {
            return Optional.of(HttpCalls.host(url) + " cannot be trusted: " + e.getMessage());
        } catch (IOException e) {
            return Optional.of(HttpCalls.host(url) + " cannot be reached: " + e.getMessage());
        }
    }

    /** The certificate must be for this host, as it must be when a notice is posted. */
    private static void shakeHands(Socket plain, String host, int port, SSLSocketFactory tls) throws IOException {
        try (var socket = (SSLSocket) tls.createSocket(plain, host, port, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
        }
    }
}
