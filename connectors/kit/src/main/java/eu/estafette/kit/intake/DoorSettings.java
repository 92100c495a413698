package eu.estafette.kit.intake;

import java.time.Duration;

/**
 * Limits of a door at which partners call.
 *
 * @param bodyLimit  bytes of one call; 1 MiB by default
 * @param patience   how long a caller waits for Kafka's acknowledgement before he is told 503; 10 seconds by default
 * @param retryAfter when he should try again; 10 seconds by default
 */
public record DoorSettings(int bodyLimit, Duration patience, Duration retryAfter) {

    public static final DoorSettings DEFAULT =
            new DoorSettings(1024 * 1024, Duration.ofSeconds(10), Duration.ofSeconds(10));

    public DoorSettings {
        if (bodyLimit < 1 || !patience.isPositive() || !retryAfter.isPositive()) {
            throw new IllegalArgumentException("estafette.ingest: body-limit, patience and retry-after must be"
                    + " positive; they are " + bodyLimit + ", " + patience + " and " + retryAfter);
        }
    }
}
