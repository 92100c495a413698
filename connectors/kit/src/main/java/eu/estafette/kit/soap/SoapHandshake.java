package eu.estafette.kit.soap;

import eu.estafette.kit.http.Handshake;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** Tries whether a partner's host can be reached and trusted, without asking it anything. */
public final class SoapHandshake {

    private SoapHandshake() {}

    /** What is wrong, in one sentence; empty if nothing is. */
    public static Optional<String> with(SoapAddress address, SoapLimits limits) {
        try {
            return Handshake.with(address.url(), limits.connect(), () -> tls(address));
        } catch (GeneralSecurityException e) {
            return Optional.of("the key or trust store for " + address.host() + " cannot be used");
        }
    }

    private static SSLSocketFactory tls(SoapAddress address) throws IOException, GeneralSecurityException {
        SSLContext context = SSLContext.getInstance("TLS");
        KeyManager @Nullable [] keys =
                address.key().isPresent() ? address.key().get().keyManagers() : null;
        TrustManager @Nullable [] trust =
                address.trust().isPresent() ? address.trust().get().trustManagers() : null;
        context.init(keys, trust, null);
        return context.getSocketFactory();
    }
}
