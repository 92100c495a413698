package eu.estafette.acceptance.oracle;

import java.time.Duration;
import java.time.Instant;

/** Something that was done to the hub or to what it stands on, until it was whole again. */
record Fault(Instant from, Instant until) {

    /** A result is written within milliseconds; while Kafka stutters before it is seen to be gone, within seconds. */
    private static final Duration UNWRITTEN = Duration.ofSeconds(15);

    /** A process that is back takes over lanes, and others give theirs up to it. */
    private static final Duration UNSETTLED = Duration.ofSeconds(30);

    /** Whether a call answered at that moment could be in doubt because of this. */
    boolean concerns(Instant answered) {
        return !answered.isBefore(from.minus(UNWRITTEN)) && !answered.isAfter(until.plus(UNSETTLED));
    }
}
