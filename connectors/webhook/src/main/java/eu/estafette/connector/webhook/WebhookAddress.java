package eu.estafette.connector.webhook;

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

    /** Scheme, host and port. The rest of a webhook's URL often holds a key, and stays out of logs. */
    String host() {
        return url.getScheme() + "://" + url.getHost() + (url.getPort() < 0 ? "" : ":" + url.getPort());
    }

    @Override
    public String toString() {
        return host();
    }
}
