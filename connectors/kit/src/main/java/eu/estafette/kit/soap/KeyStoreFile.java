package eu.estafette.kit.soap;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Collections;
import java.util.Optional;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;

/** A PKCS#12 file. Read each time it is asked for, so that a certificate that was renewed is used with the next connection. */
public record KeyStoreFile(String path, String password) {

    /** A key and the certificate that tells whose it is. */
    public record Identity(PrivateKey key, X509Certificate certificate) {

        /** Never the key. */
        @Override
        public String toString() {
            return "Identity[" + certificate.getSubjectX500Principal() + "]";
        }
    }

    /** Why it cannot be used; does not look inside for a key. */
    Optional<String> fault() {
        try {
            load();
            return Optional.empty();
        } catch (IOException | GeneralSecurityException e) {
            return Optional.of("is no PKCS#12 file that can be read here, or its password does not open it");
        }
    }

    private KeyStore load() throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream content = Files.newInputStream(Path.of(path))) {
            store.load(content, password.toCharArray());
        }
        return store;
    }

    /**
     * The first key in it.
     *
     * @throws GeneralSecurityException if it has none
     */
    public Identity identity() throws IOException, GeneralSecurityException {
        KeyStore store = load();
        for (String alias : Collections.list(store.aliases())) {
            if (store.getKey(alias, password.toCharArray()) instanceof PrivateKey key
                    && store.getCertificate(alias) instanceof X509Certificate certificate) {
                return new Identity(key, certificate);
            }
        }
        throw new GeneralSecurityException("the store holds no key");
    }

    KeyManager[] keyManagers() throws IOException, GeneralSecurityException {
        var factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        factory.init(load(), password.toCharArray());
        return factory.getKeyManagers();
    }

    TrustManager[] trustManagers() throws IOException, GeneralSecurityException {
        var factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(load());
        return factory.getTrustManagers();
    }

    /** Never the password. */
    @Override
    public String toString() {
        return "KeyStoreFile[" + path + "]";
    }
}
