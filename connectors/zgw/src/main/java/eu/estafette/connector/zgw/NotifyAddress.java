package eu.estafette.connector.zgw;

import eu.estafette.kit.http.HttpCalls;
import java.net.URI;

/**
 * Where a municipality is notified.
 *
 * @param callback address of its consumer
 * @param auth     {@code Authorization} that it wants to see, as its subscription has it
 * @param channel  {@code kanaal}
 */
record NotifyAddress(URI callback, String auth, String channel) {

    @Override
    public String toString() {
        return HttpCalls.host(callback);
    }
}
