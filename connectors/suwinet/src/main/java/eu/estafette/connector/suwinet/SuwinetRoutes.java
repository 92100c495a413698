package eu.estafette.connector.suwinet;

import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import eu.estafette.kit.poll.PollerInbox;
import eu.estafette.kit.subscription.SubscriptionDelivery;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.PayloadException;
import java.util.OptionalInt;
import org.apache.camel.builder.RouteBuilder;

/** A subscription's way to the poller, from {@link Delivery} to {@link eu.estafette.kit.delivery.DeliveryResult}. */
public final class SuwinetRoutes extends RouteBuilder {

    private static final Refused UNREADABLE = new Refused(
            "UNREADABLE",
            OptionalInt.empty(),
            "the notice's content is not what its view's contract says; nothing was kept");

    private final SubscriptionDelivery subscriptions;

    public SuwinetRoutes(PayloadCodec payloads, PollerInbox inbox) {
        subscriptions = new SubscriptionDelivery(payloads, inbox, SuwinetConnector.NAME, "BSN");
    }

    @Override
    public void configure() {
        onException(PayloadException.class).handled(true).setBody(constant(UNREADABLE));

        // spotless:off
        from(SuwinetOutbound.DELIVER)
                .routeId("suwinet.deliver")
                .transform().body(Delivery.class, subscriptions::deliver);
        // spotless:on
    }
}
