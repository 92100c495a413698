package eu.estafette.connector.zgw;

import eu.estafette.kit.party.DeliveryAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;

/** Of a municipality, both ways. */
final class Addresses {

    static final String AUTH = "Token 0123456789abcdef0123456789abcdef";
    static final String SECRET = "client secret of thirty-two bytes";

    private Addresses() {}

    static DeliveryAddress receive(URI notifications) {
        return new DeliveryAddress(
                "zgw",
                Map.of(
                        "notifications", List.of(notifications.toString()),
                        "auth", List.of(AUTH),
                        "client-id", List.of("estafette"),
                        "client-secret", List.of(SECRET)));
    }

    static DeliveryAddress deliver(URI callback) {
        return new DeliveryAddress("zgw", Map.of("callback", List.of(callback.toString()), "auth", List.of(AUTH)));
    }
}
