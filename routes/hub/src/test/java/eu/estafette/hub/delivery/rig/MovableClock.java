package eu.estafette.hub.delivery.rig;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** The machine's time, or as far from it as a test wants. */
public final class MovableClock implements InstantSource {

    private volatile Duration ahead = Duration.ZERO;

    @Override
    public Instant instant() {
        return Instant.now().plus(ahead);
    }

    /** It goes on from there. */
    public void set(Instant now) {
        ahead = Duration.between(Instant.now(), now);
    }
}
