package eu.estafette.kit.rig;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.cert.Certificate;
import java.util.Base64;
import java.util.HexFormat;

/**
 * A certificate of its own making for 127.0.0.1, and its private key.
 *
 * @param store       PKCS #12 file with both
 * @param fingerprint as a party file names it
 */
public record TestCertificate(Path store, String fingerprint, String pem) {

    static final String STORE_PASSWORD = "store-secret";

    private static final String ALIAS = "server";

    /** Made by the JDK's own tool: its classes offer nothing that signs certificates. */
    public static TestCertificate in(Path folder) throws IOException, GeneralSecurityException {
        Path store = folder.resolve("server.p12");
        Path output = folder.resolve("keytool.txt");
        Process tool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-alias",
                        ALIAS,
                        "-keyalg",
                        "EC",
                        "-groupname",
                        "secp256r1",
                        "-dname",
                        "CN=Estafette test",
                        "-ext",
                        "SAN=ip:127.0.0.1",
                        "-validity",
                        "3650",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        STORE_PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (tool.waitFor() != 0) {
                throw new IOException(Files.readString(output));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
        KeyStore keys = KeyStore.getInstance(store.toFile(), STORE_PASSWORD.toCharArray());
        return of(store, keys.getCertificate(ALIAS));
    }

    private static TestCertificate of(Path store, Certificate certificate) throws GeneralSecurityException {
        byte[] der = certificate.getEncoded();
        String digits = HexFormat.ofDelimiter(":")
                .withUpperCase()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        String lines = Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                .encodeToString(der);
        return new TestCertificate(
                store, "SHA256:" + digits, "-----BEGIN CERTIFICATE-----\n" + lines + "\n-----END CERTIFICATE-----\n");
    }
}
