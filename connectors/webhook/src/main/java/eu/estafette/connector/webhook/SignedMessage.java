package eu.estafette.connector.webhook;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;

/**
 * A message with what its headers will say.
 *
 * @param timestamp seconds since 1970, real time
 * @param signature one {@code v1,<base64>} per secret, by blanks
 */
record SignedMessage(WebhookMessage message, long timestamp, String signature) {

    HttpRequest request() {
        return HttpRequest.newBuilder(message.address().url())
                .header("content-type", "application/cloudevents+json; charset=UTF-8")
                .header("user-agent", "Estafette")
                .header("webhook-id", message.id())
                .header("webhook-timestamp", Long.toString(timestamp))
                .header("webhook-signature", signature)
                .POST(BodyPublishers.ofString(message.body()))
                .build();
    }
}
