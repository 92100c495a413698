package eu.estafette.hub.polling;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How partners are polled: {@code estafette.polling.*}.
 *
 * @param groupId  consumer group of all processes that poll
 * @param interval between two looks into a partner's folder; a file is read at the second look at which it stands unchanged
 */
@ConfigurationProperties("estafette.polling")
public record PollingSettings(
        @DefaultValue("estafette-polling") String groupId,
        @DefaultValue("PT10S") Duration interval) {

    public PollingSettings {
        if (groupId.isBlank()) {
            throw new IllegalArgumentException("estafette.polling.group-id must not be empty");
        }
        if (!interval.isPositive()) {
            throw new IllegalArgumentException("estafette.polling.interval must be positive; it is " + interval);
        }
    }
}
