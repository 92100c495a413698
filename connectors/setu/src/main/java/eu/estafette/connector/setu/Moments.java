package eu.estafette.connector.setu;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Dates of HR-XML: a day or a moment, with or without zone. Without one they are in the party's. */
final class Moments {

    /** What stands in a status message where its form wants a date. */
    static final LocalDate FILLER = LocalDate.of(1111, 11, 11);

    private static final LocalDate NEVER = LocalDate.of(9999, 12, 30);
    private static final Pattern WITH_ZONE = Pattern.compile(".*T.*(Z|[+-]\\d\\d:\\d\\d)");
    private static final int DAY = 10;

    private Moments() {}

    /** Empty for none, in any of its spellings. */
    static Optional<LocalDate> day(@Nullable String text, ZoneId zone) {
        if (text == null || text.startsWith("not")) {
            return Optional.empty();
        }
        try {
            LocalDate day = WITH_ZONE.matcher(text).matches()
                    ? OffsetDateTime.parse(text).atZoneSameInstant(zone).toLocalDate()
                    : LocalDate.parse(text.substring(0, Math.min(DAY, text.length())));
            return day.equals(FILLER) || !day.isBefore(NEVER) ? Optional.empty() : Optional.of(day);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
