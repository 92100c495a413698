package eu.estafette.connector.webhook;

import eu.estafette.kit.http.HttpCalls;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.rig.BrokenConnectionContract;
import java.net.URI;
import java.time.InstantSource;
import org.apache.camel.RoutesBuilder;

class WebhookConnectionsTest extends BrokenConnectionContract {

    @Override
    protected String uri() {
        return WebhookConnector.DELIVER;
    }

    @Override
    protected RoutesBuilder routes(HttpCalls http) {
        return Connectors.routes(http, InstantSource.system());
    }

    @Override
    protected DeliveryAddress address(URI url) {
        return Samples.address(url, Samples.SECRET);
    }
}
