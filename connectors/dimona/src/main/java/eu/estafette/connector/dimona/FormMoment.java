package eu.estafette.connector.dimona;

import eu.estafette.kit.intake.StampVersion;
import eu.estafette.kit.xml.ElementText;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Objects;

/** When a form was made, by the clocks of Brussels: what orders forms about one employment. */
record FormMoment(LocalDateTime local) {

    static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private static final DateTimeFormatter HOUR = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    /** @param form as its schema wants it */
    static FormMoment of(ElementText form) {
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

    /** Dimona counts no versions. */
    int version() {
        return StampVersion.of(local);
    }
}
