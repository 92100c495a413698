package eu.estafette.connector.webhook;

import eu.estafette.kit.http.HttpCalls;
import java.net.URI;
import java.util.List;

/**
 * Where a partner takes its notices.
 *
 * @param secrets at least one; all of them sign, so that the partner can go from the old to the new one when it likes
 */
record WebhookAddress(URI url, List<WebhookSecret> secrets) {

    WebhookAddress {
        secrets = List.copyOf(secrets);
    }

    @Override
    public String toString() {
        return HttpCalls.host(url);
    }
}
