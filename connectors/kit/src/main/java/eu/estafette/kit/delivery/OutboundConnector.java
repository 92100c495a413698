package eu.estafette.kit.delivery;

import eu.estafette.kit.party.DeliveryAddress;
import java.util.List;
import java.util.Optional;

/**
 * A way to reach a partner. Its Camel route takes a {@link Delivery} as body and leaves a {@link DeliveryResult}; it runs on a virtual
 * thread and may block for as long as its own time-outs allow. It never decides who gets what.
 */
public interface OutboundConnector {

    /** The word in {@code deliver.by}. */
    String name();

    /** The Camel endpoint of its route: {@code direct:webhook.deliver}. */
    String uri();

    /** What is wrong with an address of this connector, one sentence each; empty if it can be used. */
    List<String> faultsOf(DeliveryAddress address);

    /**
     * Goes there and does nothing. Takes as long as its own time-outs allow.
     *
     * @param address one without faults
     * @return what is wrong, in one sentence that names the host and no secret; empty if all is well
     */
    Optional<String> tryOut(DeliveryAddress address);
}
