package eu.estafette.kit.identifier;

import eu.estafette.kit.identifier.IdentifierCheck.Valid;

/** Numbers of Belgian organisations: modulo 97 in two variants. */
final class BelgianNumbers {

    private static final int KBO_LENGTH = 10;
    private static final long NOSS_FIRST = 197;
    private static final long NOSS_LAST = 5_999_999_999L;
    private static final long LOCAL_AUTHORITY_LAST = 99_999_926;

    private BelgianNumbers() {}

    /** First digit 0 or 1: enterprise; 2 to 8: establishment unit. Both end in 97 - (first eight modulo 97). */
    static IdentifierCheck kbo(String plain) {
        String number = plain.length() == KBO_LENGTH - 1 ? Digits.pad(plain, KBO_LENGTH) : plain;
        if (!Digits.areDigits(number, KBO_LENGTH) || number.charAt(0) == '9') {
            return Digits.wrongLength(
                    "KBO number", "10 digits, the first 0 or 1 for an enterprise and 2 to 8 for an establishment");
        }
        long check = 97 - Long.parseLong(number.substring(0, 8)) % 97;
        return check == Long.parseLong(number.substring(8))
                ? new Valid(number, false)
                : Digits.wrongCheckDigit("KBO number");
    }

    /** A plain number without leading zeros; those of former local authorities follow an older rule. */
    static IdentifierCheck noss(String plain) {
        String number = plain.replaceFirst("^0+", "");
        if (!Digits.areDigits(number) || number.length() > KBO_LENGTH) {
            return Digits.wrongLength("NOSS number", "3 to 10 digits");
        }
        long value = Long.parseLong(number);
        if (value < NOSS_FIRST || value > NOSS_LAST) {
            return Digits.wrongLength("NOSS number", "a value between 197 and 5999999999");
        }
        long rest = value / 100;
        long check = value % 100;
        boolean holds = check == orNinetySeven(96 - 100 * rest % 97)
                || value <= LOCAL_AUTHORITY_LAST && check == orNinetySeven(rest % 97);
        return holds ? new Valid(number, false) : Digits.wrongCheckDigit("NOSS number");
    }

    private static long orNinetySeven(long check) {
        return check == 0 ? 97 : check;
    }
}
