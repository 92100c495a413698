package eu.estafette.hub.delivery.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.LongSupplier;

/**
 * The clocks of delivery. Waits of up to a minute run on real, monotonic time, so that a step of the machine's clock neither shortens nor
 * stretches them; longer waits run on the hub's clock, so that moving it forward ends them.
 *
 * @param hub   the hub's time, which a local hub may move forward
 * @param real  wall-clock time, as Kafka's timestamps have it
 * @param nanos monotonic, as {@link System#nanoTime()}
 */
public record Clocks(InstantSource hub, InstantSource real, LongSupplier nanos) {

    private static final Duration REAL_UP_TO = Duration.ofMinutes(1);

    /** The machine's own clocks beside the hub's. */
    public static Clocks with(InstantSource hub) {
        return new Clocks(hub, Clock.systemUTC(), System::nanoTime);
    }

    /** The hub's time. */
    public Instant now() {
        return hub.instant();
    }

    /** The moment this long from now. */
    public Due after(Duration delay) {
        Instant at = now().plus(delay);
        return delay.compareTo(REAL_UP_TO) <= 0
                ? new Due.Real(at, nanos.getAsLong() + delay.toNanos())
                : new Due.Hub(at);
    }
}
