package eu.estafette.kit.employment;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Moments by the clocks of Brussels. */
public final class BrusselsTime {

    public static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2067;

    private BrusselsTime() {}

    /** A moment with its zone, or without: then by the clocks of Brussels. Empty for anything else, or one no register can have set. */
    public static Optional<LocalDateTime> of(@Nullable String text) {
        return Optional.ofNullable(text)
                .flatMap(BrusselsTime::parsed)
                .filter(stamp -> stamp.getYear() >= FIRST_YEAR && stamp.getYear() <= LAST_YEAR);
    }

    private static Optional<LocalDateTime> parsed(String text) {
        try {
            boolean zoned = text.matches(".*(Z|[+-]\\d{2}:\\d{2})");
            return Optional.of(
                    zoned
                            ? OffsetDateTime.parse(text).atZoneSameInstant(ZONE).toLocalDateTime()
                            : LocalDateTime.parse(text));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
