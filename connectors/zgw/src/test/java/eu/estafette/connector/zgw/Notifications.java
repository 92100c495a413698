package eu.estafette.connector.zgw;

import java.net.URI;
import java.time.OffsetDateTime;
import java.util.Map;

/** Of a municipality's cases. */
final class Notifications {

    private Notifications() {}

    static Notification of(String mainObject, URI resource, String action, String created) {
        return new Notification(
                "estafette",
                URI.create("https://zaken.example/" + mainObject),
                "event",
                resource,
                action,
                OffsetDateTime.parse(created),
                Map.of());
    }
}
