package eu.estafette.connector.suwinet;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.Set;

/** Eight digits, of which month and day may be zero where they are not known. */
final class SuwiDate {

    private static final Set<String> NONE = Set.of("00000000", "99991230", "99991231");
    private static final DateTimeFormatter DIGITS =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private SuwiDate() {}

    /** Whether the text stands for no date at all. */
    static boolean isNone(String text) {
        return NONE.contains(text);
    }

    /** Empty for no date, and for one that is not known to the day. */
    static Optional<LocalDate> of(String text) {
        try {
            return isNone(text) ? Optional.empty() : Optional.of(LocalDate.parse(text, DIGITS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
