package eu.estafette.connector.cloudevents.out;

import eu.estafette.kit.http.AccessTokens;
import eu.estafette.kit.http.HttpCalls;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.rig.SampleNotices;
import java.net.URI;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.camel.RoutesBuilder;

/** Partners' doors for events, and the connector that goes there. */
final class Addresses {

    static final String SECRET = "s3cr3t of the client";

    private Addresses() {}

    static DeliveryAddress address(URI url, URI tokenUrl) {
        return new DeliveryAddress(
                "cloudevents",
                Map.of(
                        "url", List.of(url.toString()),
                        "token-url", List.of(tokenUrl.toString()),
                        "client-id", List.of("estafette"),
                        "client-secret", List.of(SECRET)));
    }

    static DeliveryAddress with(DeliveryAddress address, String key, String value) {
        Map<String, List<String>> settings = new HashMap<>(address.settings());
        settings.put(key, List.of(value));
        return new DeliveryAddress(address.by(), settings);
    }

    static RoutesBuilder routes(HttpCalls http, InstantSource realTime) {
        return new NoticeRoutes(SampleNotices.noticeJson(), http, new AccessTokens(http, realTime), realTime);
    }
}
