package eu.estafette.hub.delivery.lane;

import eu.estafette.kit.party.Party.QuietHours;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Optional;

/** A party's quiet hours, by the clock on its wall; over midnight where they end earlier than they begin. */
public record Quiet(QuietHours hours, ZoneId zone) {

    /** When they end, if this is one of them. */
    Optional<Instant> until(Instant now) {
        ZonedDateTime local = now.atZone(zone);
        LocalTime time = local.toLocalTime();
        boolean begun = !time.isBefore(hours.from());
        boolean toEnd = time.isBefore(hours.to());
        boolean overMidnight = hours.to().isBefore(hours.from());
        if (overMidnight ? !begun && !toEnd : !begun || !toEnd) {
            return Optional.empty();
        }
        LocalDate day = overMidnight && begun ? local.toLocalDate().plusDays(1) : local.toLocalDate();
        return Optional.of(day.atTime(hours.to()).atZone(zone).toInstant());
    }
}
