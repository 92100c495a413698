package eu.estafette.local.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Time that runs as real time does, from another moment on, and can be moved forward. Thread-safe. */
final class MovableTime implements InstantSource {

    private final InstantSource real;
    private volatile Duration ahead;

    MovableTime(InstantSource real, Instant start) {
        this.real = real;
        this.ahead = Duration.between(real.instant(), start);
    }

    @Override
    public Instant instant() {
        return real.instant().plus(ahead);
    }

    /** Moves on to that moment; stays where it is if that has passed. */
    synchronized void moveTo(Instant moment) {
        Duration more = Duration.between(instant(), moment);
        if (more.isPositive()) {
            ahead = ahead.plus(more);
        }
    }
}
