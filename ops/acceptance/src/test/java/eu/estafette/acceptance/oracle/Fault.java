package eu.estafette.acceptance.oracle;

import java.time.Duration;
import java.time.Instant;

/**
 * Something that was done to the hub or to what it stands on, until it was whole again.
 *
 * @param hangs whether a process stood still and went on afterwards, where it was
 */
record Fault(Instant from, Instant until, boolean hangs) {

    /** A result is written within milliseconds; while Kafka stutters before it is seen to be gone, within seconds. */
    private static final Duration UNWRITTEN = Duration.ofSeconds(15);

    /** A process that is back takes over lanes, and others give theirs up to it. */
    private static final Duration UNSETTLED = Duration.ofSeconds(30);

    /** What woke notices within a heartbeat that it is not the owner any more. */
    private static final Duration WAKING = Duration.ofSeconds(5);

    /**
     * Whether a call at that moment may be one that a process had begun when it stood still, and ended when it woke: nobody can take it back, long
     * after another process made it again.
     */
    boolean mayEndNow(Instant call) {
        return hangs && !call.isBefore(until.minus(WAKING)) && !call.isAfter(until.plus(WAKING));
    }

    /** Whether a call answered at that moment could be in doubt because of this. */
    boolean concerns(Instant answered) {
        return !answered.isBefore(from.minus(UNWRITTEN)) && !answered.isAfter(until.plus(UNSETTLED));
    }
}
