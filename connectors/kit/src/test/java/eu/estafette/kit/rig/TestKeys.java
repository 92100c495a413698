package eu.estafette.kit.rig;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;

/**
 * Keys of the hub and of a partner, each certificate signed by itself and trusted by the other side.
 *
 * @param hub        PKCS#12: the hub's key
 * @param partner    PKCS#12: the partner's key, for 127.0.0.1
 * @param ofHub      PKCS#12: the hub's certificate only, for who trusts it
 * @param ofPartner  PKCS#12: the partner's certificate only
 */
public record TestKeys(Path hub, Path partner, Path ofHub, Path ofPartner) {

    public static final String PASSWORD = "not-a-secret";

    /** @param folder of its own */
    public static TestKeys in(Path folder) throws IOException, InterruptedException, GeneralSecurityException {
        Path hub = make(folder, "hub", "RSA");
        Path partner = make(folder, "partner", "EC");
        return new TestKeys(hub, partner, certificateOf(hub, "hub"), certificateOf(partner, "partner"));
    }

    private static Path certificateOf(Path store, String name) throws IOException, GeneralSecurityException {
        KeyStore own = KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray());
        KeyStore trusted = KeyStore.getInstance("PKCS12");
        trusted.load(null, null);
        trusted.setCertificateEntry(name, own.getCertificate(name));
        Path target = store.resolveSibling(name + "-certificate.p12");
        try (OutputStream out = Files.newOutputStream(target)) {
            trusted.store(out, PASSWORD.toCharArray());
        }
        return target;
    }

    /** A key of whoever. */
    public static Path make(Path folder, String name, String algorithm) throws IOException, InterruptedException {
        Path store = folder.resolve(name + ".p12");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of("-genkeypair", "-alias", name, "-keyalg", algorithm, "-dname", "CN=" + name));
        command.addAll(List.of("-ext", "san=ip:127.0.0.1", "-storetype", "PKCS12", "-validity", "30"));
        command.addAll(List.of("-keystore", store.toString(), "-storepass", PASSWORD));
        Process keytool = new ProcessBuilder(command).inheritIO().start();
        if (keytool.waitFor() != 0) {
            throw new IOException("keytool made no key");
        }
        return store;
    }
}
