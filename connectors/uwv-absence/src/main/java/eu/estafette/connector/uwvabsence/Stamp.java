package eu.estafette.connector.uwvabsence;

import eu.estafette.kit.intake.StampVersion;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Optional;

/** {@code DatTijdOpstellenMelding}: when a message was made, by the clocks of the Netherlands. It orders messages about one absence. */
record Stamp(LocalDateTime local) {

    static final String FIELD = "DatTijdOpstellenMelding";

    private static final ZoneId ZONE = ZoneId.of("Europe/Amsterdam");
    private static final DateTimeFormatter DIGITS =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

    /** Empty if it is no moment of the calendar. */
    static Optional<Stamp> of(String digits) {
        try {
            return Optional.of(new Stamp(LocalDateTime.parse(digits, DIGITS)));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Instant instant() {
        return local.atZone(ZONE).toInstant();
    }

    LocalDate date() {
        return local.toLocalDate();
    }

    int version() {
        return StampVersion.of(local);
    }
}
