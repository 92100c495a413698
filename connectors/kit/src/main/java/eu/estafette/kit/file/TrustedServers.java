package eu.estafette.kit.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

/** TLS that only the server of one address can take part in. */
final class TrustedServers {

    private TrustedServers() {}

    static SSLContext of(FolderAddress.ServerProof proof) throws IOException {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, managers(proof), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new IOException("TLS cannot be set up: " + e.getMessage(), e);
        }
    }

    private static TrustManager[] managers(FolderAddress.ServerProof proof)
            throws GeneralSecurityException, IOException {
        return switch (proof) {
            case FolderAddress.ServerProof.Fingerprint(String text) ->
                new TrustManager[] {new Pinned(CertificatePin.of(text).orElseThrow())};
            case FolderAddress.ServerProof.Authority(String pem) -> {
                KeyStore signers = KeyStore.getInstance(KeyStore.getDefaultType());
                signers.load(null, null);
                int number = 0;
                for (Certificate signer : certificates(pem)) {
                    signers.setCertificateEntry("ca-" + number++, signer);
                }
                var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
                factory.init(signers);
                yield factory.getTrustManagers();
            }
        };
    }

    static boolean canRead(String pem) {
        try {
            return !certificates(pem).isEmpty();
        } catch (CertificateException e) {
            return false;
        }
    }

    private static Collection<? extends Certificate> certificates(String pem) throws CertificateException {
        return CertificateFactory.getInstance("X.509")
                .generateCertificates(new ByteArrayInputStream(pem.getBytes(StandardCharsets.UTF_8)));
    }

    /** Looks at nothing but the certificate itself, on the control and on the data connection alike: it may name any host. */
    private static final class Pinned extends X509ExtendedTrustManager {

        private final CertificatePin pin;

        Pinned(CertificatePin pin) {
            this.pin = pin;
        }

        private void check(X509Certificate[] chain) throws CertificateException {
            if (chain.length == 0 || !pin.isOf(chain[0])) {
                throw new CertificateException("the server's certificate is another one");
            }
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            check(chain);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            check(chain);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            throw noClients();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            throw noClients();
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            throw noClients();
        }

        private static CertificateException noClients() {
            return new CertificateException("the hub is the client");
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return new X509Certificate[0];
        }
    }
}
