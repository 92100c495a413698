package eu.estafette.kit.identifier;

import eu.estafette.kit.identifier.IdentifierCheck.Invalid;
import eu.estafette.kit.identifier.IdentifierCheck.Valid;

/** Numbers of Dutch organisations other than the RSIN. */
final class DutchNumbers {

    private DutchNumbers() {}

    /** Eight digits of prefix, the number the prefix names, and zeros up to twenty. */
    static IdentifierCheck oin(String plain) {
        if (!Digits.areDigits(plain, 20)) {
            return Digits.wrongLength("OIN", "20 digits");
        }
        String number = plain.substring(8);
        return switch (plain.substring(0, 8)) {
            case "00000001" ->
                ElevenTest.holds(number.substring(0, 9)) && number.endsWith("000")
                        ? new Valid(plain, false)
                        : new Invalid("an OIN that starts with 00000001 goes on with a valid RSIN and 000");
            case "00000003" ->
                number.endsWith("0000")
                        ? new Valid(plain, false)
                        : new Invalid(
                                "an OIN that starts with 00000003 goes on with a KvK number of 8 digits and 0000");
            case "00000004", "00000006" -> new Valid(plain, false);
            case "00000099" -> new Valid(plain, true);
            default -> new Invalid("an OIN starts with 00000001, 00000003, 00000004, 00000006 or, for tests, 00000099");
        };
    }

    static IdentifierCheck kvk(String plain) {
        return Digits.areDigits(plain, 8) || Digits.areDigits(plain, 12)
                ? new Valid(plain, false)
                : Digits.wrongLength("KvK number", "8 digits, or 12 for an establishment");
    }

    /** An RSIN, the letter L, and two digits. */
    static IdentifierCheck lhn(String plain) {
        boolean shaped = plain.length() == 12
                && plain.charAt(9) == 'L'
                && Digits.areDigits(plain.substring(0, 9))
                && Digits.areDigits(plain.substring(10));
        if (!shaped) {
            return Digits.wrongLength("wage-tax number", "9 digits, the letter L and 2 digits");
        }
        return ElevenTest.holds(plain.substring(0, 9))
                ? new Valid(plain, false)
                : new Invalid(
                        "the first nine digits of this wage-tax number fail the eleven test; look for a typing error");
    }
}
