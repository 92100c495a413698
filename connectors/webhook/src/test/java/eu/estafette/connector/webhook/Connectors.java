package eu.estafette.connector.webhook;

import eu.estafette.kit.http.HttpCalls;
import eu.estafette.kit.rig.OutboundCalls;
import eu.estafette.kit.rig.SampleNotices;
import java.time.InstantSource;
import org.apache.camel.RoutesBuilder;

/** The connector, ready to be called. */
final class Connectors {

    private Connectors() {}

    static OutboundCalls at(InstantSource realTime) throws Exception {
        return OutboundCalls.to(WebhookConnector.DELIVER, http -> routes(http, realTime));
    }

    static RoutesBuilder routes(HttpCalls http, InstantSource realTime) {
        return new WebhookRoutes(SampleNotices.noticeJson(), http, realTime);
    }
}
