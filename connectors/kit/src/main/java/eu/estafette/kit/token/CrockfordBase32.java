package eu.estafette.kit.token;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Douglas Crockford's base32: no I, L, O, U; read without regard to case; an optional check character (value modulo 37). */
final class CrockfordBase32 {

    private static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ*~$=U";
    private static final int BASE = 32;
    private static final BigInteger CHECK = BigInteger.valueOf(37);

    private CrockfordBase32() {}

    static String encode(byte[] bytes) {
        String plain = new BigInteger(1, bytes).toString(BASE);
        var text = new char[length(bytes.length)];
        int zeros = text.length - plain.length();
        Arrays.fill(text, 0, zeros, ALPHABET.charAt(0));
        for (int i = 0; i < plain.length(); i++) {
            text[zeros + i] = ALPHABET.charAt(Character.digit(plain.charAt(i), BASE));
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
        char[] digits = plain.toCharArray();
        for (int i = 0; i < digits.length; i++) {
            int digit = ALPHABET.indexOf(digits[i]);
            if (digit < 0 || digit >= BASE) {
                return Optional.empty();
            }
            digits[i] = Character.forDigit(digit, BASE);
        }
        var value = new BigInteger(new String(digits), BASE);
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
