package eu.estafette.hub.delivery.lane;

import java.time.Instant;
import java.util.Optional;

/**
 * The calls that were charged to a notice: those its receiver refused. Kept in memory only; a new owner of the lane counts anew.
 *
 * @param first the hub's time of the first refusal
 */
public record Tries(int count, Optional<Instant> first) {

    public static final Tries NONE = new Tries(0, Optional.empty());

    public Tries oneMore(Instant now) {
        return new Tries(count + 1, first.or(() -> Optional.of(now)));
    }
}
