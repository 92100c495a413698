package eu.estafette.kit.identifier;

import eu.estafette.kit.identifier.IdentifierCheck.Invalid;
import eu.estafette.kit.identifier.IdentifierCheck.Valid;
import java.time.LocalDate;
import java.time.YearMonth;

/**
 * The Belgian person number: yymmdd, a counter of three, and 97 - (the nine modulo 97), where whoever is born from 2000 on has a 2 put before
 * the nine. Months are raised by 20 (bis), 40 (ter) or 60 (test persons). Month and day may be 00 for unknown.
 */
final class InszRule {

    private InszRule() {}

    static IdentifierCheck check(String plain, LocalDate today) {
        if (!Digits.areDigits(plain, 11)) {
            return Digits.wrongLength("INSZ", "11 digits");
        }
        int nine = Integer.parseInt(plain.substring(0, 9));
        int check = Integer.parseInt(plain.substring(9));
        boolean before2000 = check == 97 - nine % 97;
        if (!before2000 && check != 97 - (2_000_000_000L + nine) % 97) {
            return Digits.wrongCheckDigit("INSZ");
        }
        int year = (before2000 ? 1900 : 2000) + nine / 10_000_000;
        int written = nine / 100_000 % 100;
        return birth(plain, year, written, nine / 1000 % 100, nine % 1000, today);
    }

    private static IdentifierCheck birth(String plain, int year, int written, int day, int counter, LocalDate today) {
        int month = written % 20;
        if (month > 12 || written > 72) {
            return new Invalid("the month in this INSZ does not exist; it is 00 to 12, or that plus 20, 40 or 60");
        }
        if (written <= 12 && (counter == 0 || counter == 999)) {
            return new Invalid("the counter of this INSZ, its digits 7 to 9, is 001 to 998");
        }
        // with the month unknown the day is a mere counter and may exceed 31
        if (month > 0 && day > YearMonth.of(year, month).lengthOfMonth()) {
            return new Invalid("the day of birth in this INSZ does not exist in its month");
        }
        if (earliest(year, month, day).isAfter(today)) {
            return new Invalid("the date of birth in this INSZ lies in the future");
        }
        return new Valid(plain, written >= 60);
    }

    private static LocalDate earliest(int year, int month, int day) {
        return LocalDate.of(year, Math.max(1, month), month == 0 ? 1 : Math.max(1, day));
    }
}
