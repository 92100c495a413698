package eu.estafette.hub.delivery.lane;

import eu.estafette.kit.delivery.DeliveryResult;
import java.time.Instant;
import java.util.Optional;

/**
 * A call that has ended.
 *
 * @param notice absent where the record could not be read, so that nobody was called
 * @param at     the hub's time
 */
public record Ended(Call call, Optional<LaneNotice> notice, DeliveryResult result, Instant at) {}
