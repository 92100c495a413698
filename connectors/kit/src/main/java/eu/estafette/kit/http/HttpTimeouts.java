package eu.estafette.kit.http;

import java.time.Duration;

/**
 * How long a call may take.
 *
 * @param connect until the connection stands
 * @param call    from the beginning of the call to the end of the answer
 */
public record HttpTimeouts(Duration connect, Duration call) {

    /** Within what Standard Webhooks advises: 15 to 30 seconds for an answer. */
    public static final HttpTimeouts STANDARD = new HttpTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(20));

    public HttpTimeouts {
        if (!connect.isPositive() || connect.compareTo(call) > 0) {
            throw new IllegalArgumentException(
                    "connect: " + connect + " must be more than nothing and at most call, " + call);
        }
    }
}
