package eu.estafette.acceptance.broken;

import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import java.util.OptionalInt;
import org.apache.camel.builder.RouteBuilder;

/** Says "delivered" at once, so that it is committed, and calls the partner a moment later. */
final class HastyRoutes extends RouteBuilder {

    static final String DELIVER = "direct:broken.deliver";

    private static final String LATER = "direct:broken.later";
    private static final long LATER_MILLIS = 500;

    @Override
    public void configure() {
        from(DELIVER).wireTap(LATER).setBody(constant(new Delivered(OptionalInt.of(200))));
        from(LATER).delay(LATER_MILLIS).to("direct:webhook.deliver");
    }
}
