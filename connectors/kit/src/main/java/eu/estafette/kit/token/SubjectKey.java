package eu.estafette.kit.token;

import java.util.HexFormat;

/**
 * Stands for one person number without showing it: the first 96 bits of HMAC-SHA-256(hub secret, scheme + number), as 24 hexadecimal
 * characters. Key of {@code estafette.events}, the case store and the journal, so that all about one person meets in one partition.
 */
public record SubjectKey(String hex) {

    static final int BYTES = 12;

    public SubjectKey {
        if (hex.length() != 2 * BYTES) {
            throw new IllegalArgumentException("a subject key has 24 hexadecimal characters");
        }
    }

    static SubjectKey of(byte[] bytes) {
        return new SubjectKey(HexFormat.of().formatHex(bytes, 0, BYTES));
    }

    byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
