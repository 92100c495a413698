package eu.estafette.connector.dimona;

import eu.estafette.schemas.Sha256;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * What stands in a signature file. The algorithm that the social security asks for is not public; this is a digest, says so, and proves
 * only that the content arrived as it was sent.
 */
final class StandInSignature {

    private final MessageDigest digest = Sha256.begin();

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
