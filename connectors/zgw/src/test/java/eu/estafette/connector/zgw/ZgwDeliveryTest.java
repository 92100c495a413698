package eu.estafette.connector.zgw;

import eu.estafette.kit.http.HttpCalls;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.rig.HttpDeliveryContract;
import eu.estafette.kit.rig.SampleNotices;
import java.net.URI;
import java.time.InstantSource;
import org.apache.camel.RoutesBuilder;

class ZgwDeliveryTest extends HttpDeliveryContract {

    @Override
    protected String uri() {
        return ZgwOutbound.DELIVER;
    }

    @Override
    protected RoutesBuilder routes(HttpCalls http, InstantSource realTime) {
        return new ZgwRoutes(SampleNotices.noticeJson(), http, URI.create("https://hub.example"), realTime);
    }

    @Override
    protected DeliveryAddress address(URI url) {
        return Addresses.deliver(url);
    }
}
