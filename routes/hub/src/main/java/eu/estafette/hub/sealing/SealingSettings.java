package eu.estafette.hub.sealing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the journal is sealed: {@code estafette.sealing.*}.
 *
 * @param every   how long a journal entry waits for its seal, from 100 ms; what is younger may still be changed unseen
 * @param groupId consumer group of all processes that seal
 */
@ConfigurationProperties("estafette.sealing")
public record SealingSettings(
        @DefaultValue("PT10S") Duration every,
        @DefaultValue("estafette-sealing") String groupId) {

    public SealingSettings {
        if (every.toMillis() < 100) {
            throw new IllegalArgumentException("estafette.sealing.every must be at least 100 ms");
        }
        if (groupId.isBlank()) {
            throw new IllegalArgumentException("estafette.sealing.group-id must not be empty");
        }
    }
}
