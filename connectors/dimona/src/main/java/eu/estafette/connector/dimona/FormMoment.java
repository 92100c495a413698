package eu.estafette.connector.dimona;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Objects;

/** When a form was made, by the clocks of Brussels: what orders forms about one employment. */
record FormMoment(LocalDateTime local) {

    static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private static final LocalDateTime FIRST = LocalDateTime.of(2000, 1, 1, 0, 0);
    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    /** @param form as its schema wants it */
    static FormMoment of(FormText form) {
        return new FormMoment(LocalDateTime.of(
                Objects.requireNonNull(form.date("FormCreationDate")),
                LocalTime.parse(Objects.requireNonNull(form.text("FormCreationHour")))));
    }

    static FormMoment of(Instant instant) {
        return new FormMoment(LocalDateTime.ofInstant(instant, ZONE));
    }

    Instant instant() {
        return local.atZone(ZONE).toInstant();
    }

    LocalDate date() {
        return local.toLocalDate();
    }

    String hour() {
        return HOUR.format(local);
    }

    /** Dimona counts no versions; of two forms the one made later is the newer. Seconds since 2000: fits until 2068. */
    int version() {
        return Math.toIntExact(Math.max(1, ChronoUnit.SECONDS.between(FIRST, local)));
    }
}
