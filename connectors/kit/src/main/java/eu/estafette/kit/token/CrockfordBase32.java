package eu.estafette.kit.token;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;

/** Douglas Crockford's base32: no I, L, O, U; read without regard to case; an optional check character (value modulo 37). */
final class CrockfordBase32 {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";
    private static final BigInteger BASE = BigInteger.valueOf(32);
    private static final BigInteger CHECK = BigInteger.valueOf(37);

    private CrockfordBase32() {}

    static String encode(byte[] bytes) {
        var rest = new BigInteger(1, bytes);
        var text = new char[length(bytes.length)];
        for (int i = text.length - 1; i >= 0; i--) {
            BigInteger[] next = rest.divideAndRemainder(BASE);
            text[i] = ALPHABET.charAt(next[1].intValue());
            rest = next[0];
        }
        return new String(text);
    }

    static char check(byte[] bytes) {
        return ALPHABET.charAt(new BigInteger(1, bytes).mod(CHECK).intValue());
    }

    /** The bytes, or empty where the text has another length, a character outside the alphabet, or too large a value. */
    static Optional<byte[]> decode(String text, int bytes) {
        if (text.length() != length(bytes)) {
            return Optional.empty();
        }
        String plain = text.toUpperCase(Locale.ROOT)
                .replace('I', '1')
                .replace('L', '1')
                .replace('O', '0');
        var value = BigInteger.ZERO;
        for (char c : plain.toCharArray()) {
            int digit = ALPHABET.indexOf(c);
            if (digit < 0 || digit >= 32) {
                return Optional.empty();
            }
            value = value.multiply(BASE).add(BigInteger.valueOf(digit));
        }
        if (value.bitLength() > 8 * bytes) {
            return Optional.empty();
        }
        byte[] raw = value.toByteArray();
        var exact = new byte[bytes];
        int skip = Math.max(0, raw.length - bytes);
        System.arraycopy(raw, skip, exact, bytes - (raw.length - skip), raw.length - skip);
        return Optional.of(exact);
    }

    private static int length(int bytes) {
        return (8 * bytes + 4) / 5;
    }
}
