package eu.estafette.connector.cloudevents.out;

import eu.estafette.kit.delivery.OutboundConnector;
import eu.estafette.kit.http.AccessTokens;
import eu.estafette.kit.http.Handshake;
import eu.estafette.kit.party.DeliveryAddress;
import java.util.List;
import java.util.Optional;

/** The connector {@code cloudevents}: posts each notice as CloudEvent, with a token of the partner's own. {@link NoticeRoutes} does the work. */
public final class CloudEventsOutbound implements OutboundConnector {

    static final String DELIVER = "direct:cloudevents.deliver";

    private final AccessTokens tokens;

    public CloudEventsOutbound(AccessTokens tokens) {
        this.tokens = tokens;
    }

    @Override
    public String name() {
        return "cloudevents";
    }

    @Override
    public String uri() {
        return DELIVER;
    }

    @Override
    public List<String> faultsOf(DeliveryAddress address) {
        return new EventSettings(address).faults();
    }

    /** Fetches a token, and shakes hands with the door itself, which has no call that does nothing. */
    @Override
    public Optional<String> tryOut(DeliveryAddress address) {
        EventAddress door = new EventSettings(address).read();
        return switch (tokens.of(door.grant())) {
            case AccessTokens.Withheld withheld -> Optional.of(withheld.answer().detail());
            case AccessTokens.Given ignored -> Handshake.with(door.url());
        };
    }
}
