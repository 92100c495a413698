package eu.estafette.connector.uwvabsence;

import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.SettingKeys;
import eu.estafette.kit.poll.InboundConnector;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.WayIn;
import java.util.List;
import java.util.Optional;

/** The connector {@code uwv-absence}, as a party's file names it: with it the party may come in by the door of {@link UwvAbsence}. */
public final class UwvAbsenceConnector implements InboundConnector {

    static final String NAME = "uwv-absence";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> faultsOf(DeliveryAddress address) {
        return SettingKeys.of(NAME).faultsOf(address);
    }

    /** The party comes to us: there is nothing to try. */
    @Override
    public Optional<String> tryOut(DeliveryAddress address) {
        return Optional.empty();
    }

    @Override
    public List<Poller> pollersOf(Party party, DeliveryAddress address, WayIn wayIn) {
        return List.of();
    }
}
