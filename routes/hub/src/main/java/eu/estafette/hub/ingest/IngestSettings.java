package eu.estafette.hub.ingest;

import eu.estafette.kit.intake.DoorSettings;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the way in runs.
 *
 * @param bodyLimit  of one call
 * @param patience   how long a caller waits at most for Kafka before he is told 503; must cover {@code blockAtMost} and {@code giveUpAfter}
 * @param retryAfter when he is asked to try again
 * @param linger     how long an event waits for others to travel with
 * @param blockAtMost how long handing over may take while Kafka cannot be found
 * @param giveUpAfter how long an event that was handed over is tried
 */
@ConfigurationProperties("estafette.ingest")
public record IngestSettings(
        @DefaultValue("1MB") DataSize bodyLimit,
        @DefaultValue("10s") Duration patience,
        @DefaultValue("10s") Duration retryAfter,
        @DefaultValue("3ms") Duration linger,
        @DefaultValue("4s") Duration blockAtMost,
        @DefaultValue("5s") Duration giveUpAfter) {

    public IngestSettings {
        if (blockAtMost.plus(giveUpAfter).compareTo(patience) > 0) {
            throw new IllegalArgumentException(
                    "estafette.ingest: block-at-most (" + blockAtMost + ") and give-up-after ("
                            + giveUpAfter + ") together must not exceed patience (" + patience
                            + "), or a caller is told 503 while his event is still on its way");
        }
    }

    /** What of it concerns who calls. */
    public DoorSettings door() {
        return new DoorSettings(Math.toIntExact(bodyLimit.toBytes()), patience, retryAfter);
    }
}
