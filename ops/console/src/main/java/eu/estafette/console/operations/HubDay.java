package eu.estafette.console.operations;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/** Calendar days of the hub: its own clock, and the zone in which steps fall overdue (domain section 12, Clocks). */
final class HubDay {

    static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private HubDay() {}

    static LocalDate today(InstantSource clock) {
        return LocalDate.ofInstant(clock.instant(), ZONE);
    }
}
