package eu.estafette.kit.soap;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.UnknownHostException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** Tries whether a partner's host can be reached and trusted, without asking it anything. */
public final class SoapHandshake {

    private static final int HTTPS = 443;
    private static final int HTTP = 80;

    private SoapHandshake() {}

    /** What is wrong, in one sentence; empty if nothing is. */
    public static Optional<String> with(SoapAddress address, SoapLimits limits) {
        URI url = address.url();
        boolean secure = "https".equals(url.getScheme());
        int port = url.getPort() >= 0 ? url.getPort() : secure ? HTTPS : HTTP;
        int patience = Math.toIntExact(limits.connect().toMillis());
        try (var plain = new Socket()) {
            plain.connect(new InetSocketAddress(url.getHost(), port), patience);
            plain.setSoTimeout(patience);
            if (secure) {
                shakeHands(plain, address, port);
            }
            return Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.of(address.host() + " is not known by that name");
        } catch (SSLException e) {
            return Optional.of(address.host() + " cannot be trusted: " + e.getMessage());
        } catch (IOException e) {
            return Optional.of(address.host() + " cannot be reached: " + e.getMessage());
        } catch (GeneralSecurityException e) {
            return Optional.of("the key or trust store for " + address.host() + " cannot be used");
        }
    }

    private static void shakeHands(Socket plain, SoapAddress address, int port)
            throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        KeyManager @Nullable [] keys =
                address.key().isPresent() ? address.key().get().keyManagers() : null;
        TrustManager @Nullable [] trust =
                address.trust().isPresent() ? address.trust().get().trustManagers() : null;
        context.init(keys, trust, null);
        try (var socket = (SSLSocket)
                context.getSocketFactory().createSocket(plain, address.url().getHost(), port, true)) {
            SSLParameters parameters = socket.getSSLParameters();
            parameters.setEndpointIdentificationAlgorithm("HTTPS");
            socket.setSSLParameters(parameters);
            socket.startHandshake();
        }
    }
}
