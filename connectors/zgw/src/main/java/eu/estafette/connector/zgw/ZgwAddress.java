package eu.estafette.connector.zgw;

import eu.estafette.kit.http.HttpCalls;
import java.net.URI;

/**
 * A municipality's services, as its party's file names them.
 *
 * @param notifications root of its Notificaties API, where we subscribe
 * @param channel       {@code kanaal} that we subscribe to
 * @param auth          what its notifications carry as {@code Authorization}; our secret, given to it with the subscription
 * @param client        as whom we call
 */
record ZgwAddress(URI notifications, String channel, String auth, ZgwClient client) {

    URI subscriptions() {
        return URI.create(notifications.toString().replaceAll("/+$", "") + "/abonnement");
    }

    @Override
    public String toString() {
        return HttpCalls.host(notifications);
    }
}
