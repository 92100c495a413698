package eu.estafette.hub.delivery.call;

import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.delivery.OutboundConnector;
import eu.estafette.kit.party.DeliveryAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.camel.builder.RouteBuilder;

/**
 * The connector {@code mailbox}, of a party that pulls: nothing is left to do, because the router put the notice on
 * {@code estafette.notices}, from where the mailbox is read, in the same transaction as on the lane.
 */
public final class MailboxRoutes extends RouteBuilder implements OutboundConnector {

    private static final String DELIVER = "direct:mailbox.deliver";

    @Override
    public void configure() {
        from(DELIVER).routeId("mailbox.deliver").setBody(constant(new Delivered(OptionalInt.empty())));
    }

    @Override
    public String name() {
        return DeliveryAddress.MAILBOX;
    }

    @Override
    public String uri() {
        return DELIVER;
    }

    /** There is nowhere to go. */
    @Override
    public Optional<String> tryOut(DeliveryAddress address) {
        return Optional.empty();
    }

    @Override
    public List<String> faultsOf(DeliveryAddress address) {
        return List.of();
    }
}
