package eu.estafette.connector.webhook;

import eu.estafette.kit.http.HttpCalls;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.rig.HttpDeliveryContract;
import java.net.URI;
import java.time.InstantSource;
import org.apache.camel.RoutesBuilder;

class WebhookDeliveryTest extends HttpDeliveryContract {

    @Override
    protected String uri() {
        return WebhookConnector.DELIVER;
    }

    @Override
    protected RoutesBuilder routes(HttpCalls http, InstantSource realTime) {
        return Connectors.routes(http, realTime);
    }

    @Override
    protected DeliveryAddress address(URI url) {
        return Samples.address(url, Samples.SECRET);
    }
}
