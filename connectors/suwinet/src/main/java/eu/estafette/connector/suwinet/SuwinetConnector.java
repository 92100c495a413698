package eu.estafette.connector.suwinet;

import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.InboundConnector;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.WayIn;
import eu.estafette.kit.soap.SoapConnections;
import eu.estafette.kit.soap.SoapHandshake;
import eu.estafette.kit.soap.SoapLimits;
import eu.estafette.kit.subscription.SubscriptionDelivery;
import eu.estafette.kit.subscription.SubscriptionPoller;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The connector {@code suwinet}: asks UWV about the employments of persons whom {@link SuwinetRoutes} was told to follow. */
public final class SuwinetConnector implements InboundConnector {

    static final String NAME = "suwinet";

    private final SoapConnections connections;
    private final Duration rounds;

    /** @param rounds from one look at who is due to the next */
    public SuwinetConnector(SoapConnections connections, Duration rounds) {
        this.connections = connections;
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> faultsOf(DeliveryAddress address) {
        return SuwinetAddress.faultsOf(address);
    }

    @Override
    public Optional<String> tryOut(DeliveryAddress address) {
        return SoapHandshake.with(SuwinetAddress.of(address).service(), SoapLimits.STANDARD);
    }

    @Override
    public List<Poller> pollersOf(Party party, DeliveryAddress address, WayIn wayIn) {
        SuwinetAddress place = SuwinetAddress.of(address);
        return List.of(new SubscriptionPoller(
                SubscriptionDelivery.pollerId(NAME, party.id()),
                rounds,
                place.pace(),
                new IkvInquiry(party, new IkvService(connections, place.service()), wayIn)));
    }
}
