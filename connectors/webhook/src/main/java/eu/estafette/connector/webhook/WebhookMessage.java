package eu.estafette.connector.webhook;

import java.net.URI;

/**
 * A notice, signed and ready to go.
 *
 * @param url       where it goes
 * @param id        the notice's id: the same for every call made for it
 * @param timestamp seconds since 1970, of this call
 * @param signature one for each secret
 * @param body      what was signed, to the letter
 */
record WebhookMessage(URI url, String id, long timestamp, String signature, String body) {}
