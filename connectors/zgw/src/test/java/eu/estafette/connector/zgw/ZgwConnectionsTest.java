package eu.estafette.connector.zgw;

import eu.estafette.kit.http.HttpCalls;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.rig.BrokenConnectionContract;
import eu.estafette.kit.rig.SampleNotices;
import java.net.URI;
import java.time.InstantSource;
import org.apache.camel.RoutesBuilder;

class ZgwConnectionsTest extends BrokenConnectionContract {

    @Override
    protected String uri() {
        return ZgwOutbound.DELIVER;
    }

    @Override
    protected RoutesBuilder routes(HttpCalls http) {
        return new ZgwRoutes(
                SampleNotices.noticeJson(), http, URI.create("https://hub.example"), InstantSource.system());
    }

    @Override
    protected DeliveryAddress address(URI url) {
        return Addresses.deliver(url);
    }
}
