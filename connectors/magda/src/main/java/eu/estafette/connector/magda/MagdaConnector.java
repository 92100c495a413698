package eu.estafette.connector.magda;

import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.InboundConnector;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.WayIn;
import eu.estafette.kit.soap.SoapHandshake;
import eu.estafette.kit.soap.SoapLimits;
import eu.estafette.kit.subscription.SubscriptionDelivery;
import eu.estafette.kit.subscription.SubscriptionPoller;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The connector {@code magda}: asks about the employments of persons whom {@link MagdaRoutes} was told to follow. */
public final class MagdaConnector implements InboundConnector {

    static final String NAME = "magda";

    private final MagdaService service;
    private final Duration rounds;

    /** @param rounds from one look at who is due to the next */
    public MagdaConnector(MagdaService service, Duration rounds) {
        this.service = service;
        this.rounds = rounds;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> faultsOf(DeliveryAddress address) {
        return MagdaAddress.faultsOf(address);
    }

    @Override
    public Optional<String> tryOut(DeliveryAddress address) {
        return SoapHandshake.with(MagdaAddress.of(address).service(), SoapLimits.STANDARD);
    }

    @Override
    public List<Poller> pollersOf(Party party, DeliveryAddress address, WayIn wayIn) {
        MagdaAddress place = MagdaAddress.of(address);
        return List.of(new SubscriptionPoller(
                SubscriptionDelivery.pollerId(NAME, party.id()),
                rounds,
                place.pace(),
                new RelationsInquiry(party, place, service, wayIn)));
    }
}
