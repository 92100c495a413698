package eu.estafette.connector.mail;

import eu.estafette.schemas.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/** Short names for long things. */
final class Hash {

    private static final int BYTES = 12;

    private Hash() {}

    /** 24 hex characters. */
    static String of(String... parts) {
        MessageDigest sha256 = Sha256.begin();
        for (String part : parts) {
            sha256.update(part.getBytes(StandardCharsets.UTF_8));
            sha256.update((byte) 0);
        }
        return HexFormat.of().formatHex(sha256.digest(), 0, BYTES);
    }
}
