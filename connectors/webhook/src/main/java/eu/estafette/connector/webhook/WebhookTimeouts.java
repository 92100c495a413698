package eu.estafette.connector.webhook;

import java.time.Duration;

/**
 * How long a receiver may take.
 *
 * @param connect to take the connection, TLS included
 * @param answer  in all, until the status of its answer is there; Standard Webhooks asks for 15 to 30 s
 */
public record WebhookTimeouts(Duration connect, Duration answer) {

    public static final WebhookTimeouts USUAL = new WebhookTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(20));

    public WebhookTimeouts {
        if (connect.isNegative() || connect.isZero() || answer.compareTo(connect) < 0) {
            throw new IllegalArgumentException(
                    "connect and answer must be positive, and answer not shorter than connect; they are " + connect
                            + " and " + answer);
        }
    }
}
