package eu.estafette.connector.cloudevents.out;

import eu.estafette.kit.http.HttpCalls;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.rig.HttpDeliveryContract;
import java.io.IOException;
import java.net.URI;
import java.time.InstantSource;
import org.apache.camel.RoutesBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class CloudEventsDeliveryTest extends HttpDeliveryContract {

    private TokenServer tokens;

    @BeforeEach
    void startTokenServer() throws IOException {
        tokens = new TokenServer();
    }

    @AfterEach
    void stopTokenServer() {
        tokens.close();
    }

    @Override
    protected String uri() {
        return CloudEventsOutbound.DELIVER;
    }

    @Override
    protected RoutesBuilder routes(HttpCalls http, InstantSource realTime) {
        return Addresses.routes(http, realTime);
    }

    @Override
    protected DeliveryAddress address(URI url) {
        return Addresses.address(url, tokens.url());
    }
}
