package eu.estafette.domain.decider;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;

/** Calendar days: of all parties in Europe/Brussels, as Amsterdam keeps the same time. */
final class Days {

    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private Days() {}

    static LocalDate of(Instant instant) {
        return LocalDate.ofInstant(instant, ZONE);
    }

    /** The beginning of a day: when clocks ring and holds end. */
    static Instant start(LocalDate day) {
        return day.atStartOfDay(ZONE).toInstant();
    }

    static LocalDateTime local(Instant instant) {
        return LocalDateTime.ofInstant(instant, ZONE);
    }
}
