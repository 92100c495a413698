package eu.estafette.kit.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
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
        boolean secure = "https".equalsIgnoreCase(url.getScheme());
        int patience = Math.toIntExact(HttpTimeouts.STANDARD.connect().toMillis());
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(url.getHost(), port(url, secure)), patience);
            plain.setSoTimeout(patience);
            if (secure) {
                shakeHands(plain, url, port(url, true));
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
    private static void shakeHands(Socket plain, URI url, int port) throws IOException {
        var factory = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (var socket = (SSLSocket) factory.createSocket(plain, url.getHost(), port, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
        }
    }

    private static int port(URI url, boolean secure) {
        return url.getPort() >= 0 ? url.getPort() : secure ? HTTPS : HTTP;
    }
}
