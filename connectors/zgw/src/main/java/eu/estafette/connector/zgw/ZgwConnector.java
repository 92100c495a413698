package eu.estafette.connector.zgw;

import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.http.Fetched;
import eu.estafette.kit.http.HttpCalls;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.InboundConnector;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.WayIn;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The connector {@code zgw}, inwards: subscribes at a municipality, takes its notifications, and fetches what they point to. */
public final class ZgwConnector implements InboundConnector {

    static final String NAME = "zgw";

    private static final int OK = 200;

    private final HttpCalls http;
    private final URI baseUrl;
    private final Duration interval;
    private final InstantSource realTime;

    /**
     * @param baseUrl  where partners reach the hub
     * @param interval between two looks for notifications that came in
     * @param realTime of the tokens that we sign
     */
    public ZgwConnector(HttpCalls http, URI baseUrl, Duration interval, InstantSource realTime) {
        this.http = http;
        this.baseUrl = baseUrl;
        this.interval = interval;
        this.realTime = realTime;
    }

    /** Where a party is notified from, if it is. */
    static Optional<ZgwAddress> addressOf(Party party) {
        return party.receive().stream()
                .filter(address -> address.by().equals(NAME))
                .findFirst()
                .map(address -> new ZgwSettings(address).read());
    }

    static String pollerId(PartyId party) {
        return NAME + "/" + party.value();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> faultsOf(DeliveryAddress address) {
        return new ZgwSettings(address).faults();
    }

    /** Asks for our subscriptions. */
    @Override
    public Optional<String> tryOut(DeliveryAddress address) {
        ZgwAddress there = new ZgwSettings(address).read();
        return switch (http.fetch(
                there.client().request(there.subscriptions(), realTime).build())) {
            case Fetched.Failed(var answer) -> Optional.of(answer.detail());
            case Fetched.Content answer when answer.status() == OK -> Optional.empty();
            case Fetched.Content answer ->
                Optional.of(answer.host() + " answered " + answer.status() + " when asked for our subscriptions");
        };
    }

    @Override
    public List<Poller> pollersOf(Party party, DeliveryAddress address, WayIn wayIn) {
        ZgwAddress there = new ZgwSettings(address).read();
        var services = new ZgwServices(http, there, realTime);
        URI callback = URI.create(baseUrl.toString().replaceAll("/+$", "")
                + NotificationRoutes.callback(party.id().value()));
        return List.of(new ZgwPoller(
                pollerId(party.id()),
                interval,
                new SubscriptionUpkeep(services, there, callback),
                new ResourceFetch(services, party, wayIn)));
    }
}
