package eu.estafette.kit.poll;

import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import java.util.List;
import java.util.Optional;

/** A standard in which partners leave something to be fetched. Translates; never decides who gets what. */
public interface InboundConnector {

    /** The word in {@code receive.by}. */
    String name();

    /** What is wrong with an address of this connector, one sentence each; empty if it can be used. */
    List<String> faultsOf(DeliveryAddress address);

    /**
     * Goes there and does nothing. Takes as long as its own time-outs allow.
     *
     * @param address one without faults
     * @return what is wrong, in one sentence that names the host and no secret; empty if all is well
     */
    Optional<String> tryOut(DeliveryAddress address);

    /**
     * What fetches from there.
     *
     * @param address one of {@link Party#receive}, without faults
     */
    List<Poller> pollersOf(Party party, DeliveryAddress address, WayIn wayIn);
}
