package eu.estafette.hub.delivery.lane;

import java.time.Instant;
import java.util.Optional;

/**
 * The calls that were charged to a notice: those its receiver refused. Beside them those that met the partner's trouble while others got
 * through, which cost the notice nothing but time. Kept in memory only; a new owner of the lane counts anew.
 *
 * @param first    the hub's time of the first refusal
 * @param troubles calls in a row that met trouble though the circuit was closed
 */
public record Tries(int count, Optional<Instant> first, int troubles) {

    public static final Tries NONE = new Tries(0, Optional.empty(), 0);

    public Tries oneMore(Instant now) {
        return new Tries(count + 1, first.or(() -> Optional.of(now)), 0);
    }

    /** @param alone whether the circuit was closed, so that others get through */
    public Tries troubled(boolean alone) {
        return alone ? new Tries(count, first, troubles + 1) : this;
    }
}
