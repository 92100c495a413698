package eu.estafette.hub.delivery;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How notices leave the hub: {@code estafette.delivery.*}. Windows are the parties' own.
 *
 * @param groupId           consumer group of all instances; to change it is to start every lane anew
 * @param transactionalId   of this instance's producer; another for each instance, the same after a restart, so that it ends at once what
 *                          the one before left open
 * @param tries             calls that a refused notice gets before it is a dead letter, from 1
 * @param betweenTries      pause between them
 * @param gather            how long results are gathered before they are written together
 * @param readAhead         notices of a lane partition that are read and unfinished before the lane is paused; more lets more cases take
 *                          turns, and costs memory
 * @param firstBackOff      wait before the first probe of a partner in trouble; doubles from there
 * @param longestBackOff    the most of it
 * @param longestRetryAfter the most of what a partner may ask for
 * @param stopWithin        how long calls under way are waited for when a lane is given up; what takes longer is called again elsewhere
 * @param healthyWithin     age of the last poll or of unwritten results from which on the delivery counts as ill
 */
@ConfigurationProperties("estafette.delivery")
public record DeliverySettings(
        @DefaultValue("estafette-delivery") String groupId,
        @DefaultValue("estafette-delivery-1") String transactionalId,
        @DefaultValue("3") int tries,
        @DefaultValue("PT10S") Duration betweenTries,
        @DefaultValue("PT0.02S") Duration gather,
        @DefaultValue("200") int readAhead,
        @DefaultValue("PT1S") Duration firstBackOff,
        @DefaultValue("PT5M") Duration longestBackOff,
        @DefaultValue("P1D") Duration longestRetryAfter,
        @DefaultValue("PT5S") Duration stopWithin,
        @DefaultValue("PT30S") Duration healthyWithin) {

    /** Under Kafka's limit between two polls, see {@link DeliveryClients}. */
    private static final Duration LONGEST_STOP = Duration.ofSeconds(30);

    public DeliverySettings {
        require(!groupId.isBlank(), "group-id", "must not be empty");
        require(!transactionalId.isBlank(), "transactional-id", "must not be empty");
        require(tries >= 1, "tries", "must be at least 1");
        require(!betweenTries.isNegative(), "between-tries", "must not be negative");
        require(!gather.isNegative() && gather.toMillis() <= 1000, "gather", "must be from 0 to 1 s");
        require(readAhead >= 1, "read-ahead", "must be at least 1");
        require(firstBackOff.toMillis() >= 1, "first-back-off", "must be at least 1 ms");
        require(longestBackOff.compareTo(firstBackOff) >= 0, "longest-back-off", "must not be under first-back-off");
        require(!longestRetryAfter.isNegative(), "longest-retry-after", "must not be negative");
        require(
                !stopWithin.isNegative() && stopWithin.compareTo(LONGEST_STOP) <= 0,
                "stop-within",
                "must be from 0 to 30 s");
        require(healthyWithin.toSeconds() >= 1, "healthy-within", "must be at least 1 s");
    }

    private static void require(boolean holds, String key, String what) {
        if (!holds) {
            throw new IllegalArgumentException("estafette.delivery." + key + " " + what);
        }
    }
}
