package eu.estafette.connector.dimona;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What stands in a signature file. The algorithm that the social security asks for is not public; this is a digest, says so, and proves
 * only that the content arrived as it was sent.
 */
final class StandInSignature {

    private final MessageDigest digest;

    StandInSignature() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    StandInSignature over(byte[] content) {
        digest.update(content);
        return this;
    }

    /** Of all content so far; ends it. */
    byte[] text(String file) {
        return ("stand-in, no signature: SHA-256 " + HexFormat.of().formatHex(digest.digest()) + " " + file + "\n")
                .getBytes(StandardCharsets.UTF_8);
    }
}
