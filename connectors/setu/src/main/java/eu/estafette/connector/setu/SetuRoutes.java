package eu.estafette.connector.setu;

import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import eu.estafette.kit.poll.PollerInbox;
import eu.estafette.kit.soap.SoapConnections;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.PayloadException;
import org.apache.camel.builder.RouteBuilder;

/** A notice's way to a partner's service, from {@link Delivery} to {@link eu.estafette.kit.delivery.DeliveryResult}. */
public final class SetuRoutes extends RouteBuilder {

    private final SetuDelivery calls;

    /** @param inbox where the poller learns what was sent */
    public SetuRoutes(PayloadCodec payloads, SoapConnections connections, PollerInbox inbox) {
        calls = new SetuDelivery(connections, payloads, inbox);
    }

    @Override
    public void configure() {
        onException(PayloadException.class).handled(true).setBody(constant(Refused.UNREADABLE));

        // spotless:off
        from(SetuOutbound.DELIVER)
                .routeId("setu.deliver")
                .transform().body(Delivery.class, calls::deliver);
        // spotless:on
    }
}
