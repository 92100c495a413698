package eu.estafette.kit.intake;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;
import java.util.Set;

/** Dates of Dutch agencies: eight digits, of which month and day may be zero where they are not known. */
public final class DigitDate {

    private static final Set<String> NONE = Set.of("00000000", "99991230", "99991231");
    private static final DateTimeFormatter DIGITS =
            DateTimeFormatter.ofPattern("uuuuMMdd").withResolverStyle(ResolverStyle.STRICT);

    private DigitDate() {}

    /** Whether the text stands for no date at all. */
    public static boolean isNone(String text) {
        return NONE.contains(text);
    }

    /** Empty for no date, and for one that is not known to the day. */
    public static Optional<LocalDate> of(String text) {
        try {
            return isNone(text) ? Optional.empty() : Optional.of(LocalDate.parse(text, DIGITS));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
