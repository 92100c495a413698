package eu.estafette.connector.setu;

import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.SettingKeys;
import eu.estafette.kit.poll.InboundConnector;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.WayIn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The connector {@code setu}, the way in: the party may come in by the door of {@link Setu}, and what it left there is brought in. */
public final class SetuConnector implements InboundConnector {

    private final Duration interval;

    /** @param interval between two looks for messages that came in */
    public SetuConnector(Duration interval) {
        this.interval = interval;
    }

    static String pollerId(PartyId party) {
        return Names.CONNECTOR + "/" + party.value();
    }

    @Override
    public String name() {
        return Names.CONNECTOR;
    }

    @Override
    public List<String> faultsOf(DeliveryAddress address) {
        return SettingKeys.of(Names.CONNECTOR).faultsOf(address);
    }

    /** The party comes to us: there is nothing to try. */
    @Override
    public Optional<String> tryOut(DeliveryAddress address) {
        return Optional.empty();
    }

    @Override
    public List<Poller> pollersOf(Party party, DeliveryAddress address, WayIn wayIn) {
        return List.of(new SetuPoller(pollerId(party.id()), interval, party, wayIn));
    }
}
