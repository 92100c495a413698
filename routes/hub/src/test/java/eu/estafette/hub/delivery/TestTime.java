package eu.estafette.hub.delivery;

import eu.estafette.hub.delivery.time.Clocks;
import java.time.Duration;
import java.time.Instant;

/** Clocks that stand still until told otherwise. */
public final class TestTime {

    private Instant hub = Instant.parse("2026-03-02T08:00:00Z");
    private long nanos = 1;

    public Clocks clocks() {
        return new Clocks(() -> hub, () -> hub, () -> nanos);
    }

    /** Time passes, on every clock. */
    public void passes(Duration time) {
        hub = hub.plus(time);
        nanos += time.toNanos();
    }

    /** The hub's clock alone is put forward. */
    public void hubIsPutForward(Duration time) {
        hub = hub.plus(time);
    }
}
