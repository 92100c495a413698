package eu.estafette.kit.identifier;

import eu.estafette.kit.identifier.IdentifierCheck.Invalid;
import eu.estafette.kit.identifier.IdentifierCheck.Valid;

/** The Dutch eleven test: nine digits weighed 9, 8, … 2, -1 add up to a multiple of eleven. */
final class ElevenTest {

    private static final int LENGTH = 9;

    private ElevenTest() {}

    /** A BSN or RSIN; one that lost its leading zero has it put back. */
    static IdentifierCheck check(String scheme, String plain) {
        String number = plain.length() == LENGTH - 1 ? Digits.pad(plain, LENGTH) : plain;
        if (!Digits.areDigits(number, LENGTH)) {
            return Digits.wrongLength(scheme, "9 digits (8 when its leading zero was lost)");
        }
        return holds(number)
                ? new Valid(number, false)
                : new Invalid("this " + scheme + " fails the eleven test; look for a typing error");
    }

    static boolean holds(String nine) {
        int sum = -(nine.charAt(LENGTH - 1) - '0');
        for (int i = 0; i < LENGTH - 1; i++) {
            sum += (LENGTH - i) * (nine.charAt(i) - '0');
        }
        return sum % 11 == 0 && !nine.equals("000000000");
    }
}
