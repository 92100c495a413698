package eu.estafette.connector.magda;

import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import eu.estafette.kit.poll.PollerInbox;
import eu.estafette.kit.subscription.SubscriptionDelivery;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.PayloadException;
import org.apache.camel.builder.RouteBuilder;

/** A subscription's way to MAGDA and to the poller, from {@link Delivery} to {@link eu.estafette.kit.delivery.DeliveryResult}. */
public final class MagdaRoutes extends RouteBuilder {

    private final SubscriptionDelivery subscriptions;

    public MagdaRoutes(PayloadCodec payloads, PollerInbox inbox, MagdaService service) {
        subscriptions = new SubscriptionDelivery(
                payloads, inbox, MagdaConnector.NAME, "INSZ", new MagdaRegistration(new Repertory(service)));
    }

    @Override
    public void configure() {
        onException(PayloadException.class).handled(true).setBody(constant(Refused.UNREADABLE));

        // spotless:off
        from(MagdaOutbound.DELIVER)
                .routeId("magda.deliver")
                .transform().body(Delivery.class, subscriptions::deliver);
        // spotless:on
    }
}
