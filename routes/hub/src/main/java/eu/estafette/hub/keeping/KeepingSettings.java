package eu.estafette.hub.keeping;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long what has ended is kept: {@code estafette.keeping.*}. What is open is kept for as long as it is.
 *
 * @param every        how often it is looked what may go
 * @param events       age, in real time, from which an event may go once it is routed
 * @param lanes        age from which a notice may go from its lane once it is delivered or resolved
 * @param retryHorizon how long after an event its sender may send it again and be recognised
 * @param replayWindow how long after a notice died it may still be sent again
 */
@ConfigurationProperties("estafette.keeping")
public record KeepingSettings(
        @DefaultValue("PT1H") Duration every,
        @DefaultValue("P30D") Duration events,
        @DefaultValue("P30D") Duration lanes,
        @DefaultValue("P14D") Duration retryHorizon,
        @DefaultValue("P90D") Duration replayWindow) {

    public KeepingSettings {
        require(every.toSeconds() >= 1, "every", "must be at least 1 s");
        require(!events.isNegative(), "events", "must not be negative");
        require(!lanes.isNegative(), "lanes", "must not be negative");
        require(retryHorizon.isPositive(), "retry-horizon", "must be positive");
        require(replayWindow.isPositive(), "replay-window", "must be positive");
    }

    private static void require(boolean holds, String key, String what) {
        if (!holds) {
            throw new IllegalArgumentException("estafette.keeping." + key + " " + what);
        }
    }
}
