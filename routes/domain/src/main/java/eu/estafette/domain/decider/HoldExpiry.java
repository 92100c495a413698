package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Clock;
import eu.estafette.domain.event.ObjectKey;
import java.time.Instant;

/** The clock of what is held. */
final class HoldExpiry {

    static final String CLOCK = "hold-expiry";

    private static final String HELD = "held";

    private HoldExpiry() {}

    /** @param number of the held event or notice in its case */
    static Clock clock(int number, Instant until) {
        return new Clock(CLOCK, new ObjectKey(HELD, Integer.toString(number)), Days.of(until));
    }
}
