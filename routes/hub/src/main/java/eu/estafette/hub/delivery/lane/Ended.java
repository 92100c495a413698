package eu.estafette.hub.delivery.lane;

import eu.estafette.kit.delivery.DeliveryResult;
import java.time.Instant;
import java.util.Optional;

/**
 * A call that has ended.
 *
 * @param notice absent where the record could not be read, so that nobody was called
 * @param result absent where nobody was called, because the notice had been asked back
 * @param at     the hub's time
 */
public record Ended(Call call, Optional<LaneNotice> notice, Optional<DeliveryResult> result, Instant at) {}
