package eu.estafette.connector.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs what comes back to us from outside: answer links and calendar UIDs. HMAC-SHA-256, of which 16 bytes travel. The first secret signs,
 * all verify, so that secrets can be changed while old mails are still answered. Thread-safe.
 */
public final class Seals {

    private static final String HMAC = "HmacSHA256";
    private static final int SHORTEST_SECRET = 32;
    private static final int BYTES = 16;

    private final List<String> secrets;

    /** @param secrets at least one, of 32 characters or more */
    public Seals(List<String> secrets) {
        this.secrets = List.copyOf(secrets);
        if (secrets.isEmpty() || secrets.stream().anyMatch(secret -> secret.length() < SHORTEST_SECRET)) {
            throw new IllegalArgumentException(
                    "estafette.mail.link-secrets needs at least one secret, each of at least " + SHORTEST_SECRET
                            + " characters");
        }
    }

    /** 22 characters that may stand in a path. */
    String sign(String... parts) {
        return sign(secrets.getFirst(), parts);
    }

    boolean isGenuine(String signature, String... parts) {
        byte[] given = signature.getBytes(StandardCharsets.UTF_8);
        boolean genuine = false;
        for (String secret : secrets) {
            genuine |= MessageDigest.isEqual(given, sign(secret, parts).getBytes(StandardCharsets.UTF_8));
        }
        return genuine;
    }

    private static String sign(String secret, String... parts) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), HMAC));
            for (String part : parts) {
                byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
                // with its length, so that no two lists of parts read the same
                mac.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                mac.update(bytes);
            }
            byte[] signature = new byte[BYTES];
            System.arraycopy(mac.doFinal(), 0, signature, 0, BYTES);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(HMAC + " is part of every JDK", e);
        }
    }
}
