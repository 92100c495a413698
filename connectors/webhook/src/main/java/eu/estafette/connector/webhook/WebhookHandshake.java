package eu.estafette.connector.webhook;

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
final class WebhookHandshake {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private WebhookHandshake() {}

    /** What is wrong, in one sentence; empty if nothing is. */
    static Optional<String> with(WebhookAddress address) {
        URI url = address.url();
        boolean secure = "https".equalsIgnoreCase(url.getScheme());
        int patience = Math.toIntExact(WebhookTimeouts.STANDARD.connect().toMillis());
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(url.getHost(), port(url, secure)), patience);
            plain.setSoTimeout(patience);
            if (secure) {
                shakeHands(plain, url, port(url, true));
            }
            return Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of(address.host() + " is not known by that name");
        } catch (SSLException e) {
            return Optional.of(address.host() + " cannot be trusted: " + e.getMessage());
        } catch (IOException e) {
            return Optional.of(address.host() + " cannot be reached: " + e.getMessage());
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
