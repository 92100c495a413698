package eu.estafette.hub.delivery.call;

import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult;

/**
 * Calls a partner, and says what came of it. Runs on a virtual thread and may block for as long as the connector's own time-outs allow;
 * it is called for many notices at once, never twice at once for the same. An exception counts as trouble of the lane and costs the
 * notice no try.
 */
@FunctionalInterface
public interface PartnerCall {

    DeliveryResult deliver(Delivery delivery);
}
