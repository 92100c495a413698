package eu.estafette.schemas;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256, which every JDK has. */
public final class Sha256 {

    public static final int BYTES = 32;

    private Sha256() {}

    /** For content that comes in pieces. */
    public static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public static byte[] of(byte[] content) {
        return begin().digest(content);
    }

    /** Of its UTF-8. */
    public static byte[] of(String text) {
        return of(text.getBytes(StandardCharsets.UTF_8));
    }

    /** From its position to its limit, which stay as they are. */
    public static byte[] of(ByteBuffer content) {
        MessageDigest digest = begin();
        digest.update(content.duplicate());
        return digest.digest();
    }

    /** In small letters. */
    public static String hex(byte[] content) {
        return HexFormat.of().formatHex(of(content));
    }
}
