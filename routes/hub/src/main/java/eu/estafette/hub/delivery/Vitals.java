package eu.estafette.hub.delivery;

import eu.estafette.hub.delivery.lane.LaneStatus;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/** Signs of life of the poll thread, written by it and read by anybody. Times are real time. */
final class Vitals {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);
    private static final String HEARTBEAT = "last-heartbeat-seconds-ago";

    private final InstantSource clock;
    private Optional<Metric> heartbeat = Optional.empty();
    private long publishAgainAt = System.nanoTime();
    private volatile Instant lastContact;
    private volatile Optional<Instant> lastWrite = Optional.empty();
    private volatile Optional<Instant> unwrittenSince = Optional.empty();
    private volatile Map<String, LaneStatus> lanes = Map.of();

    Vitals(InstantSource clock) {
        this.clock = clock;
        this.lastContact = clock.instant();
    }

    /** A poll came back. It does so with Kafka away, too, hence the group's heartbeat tells how fresh that is. */
    void polled() {
        heartbeat
                .map(Metric::metricValue)
                .filter(Double.class::isInstance)
                .map(Double.class::cast)
                .filter(ago -> ago >= 0)
                .map(ago -> clock.instant().minus(Duration.ofSeconds(ago.longValue())))
                .ifPresent(at -> lastContact = at);
    }

    /** The meters of the consumer that is polled from now on. */
    void follow(Map<MetricName, ? extends Metric> meters) {
        heartbeat = meters.entrySet().stream()
                .filter(meter -> meter.getKey().name().equals(HEARTBEAT))
                .<Metric>map(Map.Entry::getValue)
                .findFirst();
    }

    void written() {
        lastWrite = Optional.of(clock.instant());
        unwrittenSince = Optional.empty();
    }

    void notWritten() {
        if (unwrittenSince.isEmpty()) {
            unwrittenSince = Optional.of(clock.instant());
        }
    }

    /** Looks at the lanes, if it is time to. */
    void publish(Supplier<Map<String, LaneStatus>> status) {
        if (System.nanoTime() - publishAgainAt >= 0) {
            publishAgainAt = System.nanoTime() + BETWEEN_LOOKS.toNanos();
            lanes = status.get();
        }
    }

    /** No lane is owned any more. */
    void stopped() {
        lanes = Map.of();
    }

    Map<String, LaneStatus> lanes() {
        return lanes;
    }

    /** When a poll last came back from a group that answered. */
    Instant lastContact() {
        return lastContact;
    }

    Optional<Instant> lastWrite() {
        return lastWrite;
    }

    /** Since when results cannot be written. */
    Optional<Instant> unwrittenSince() {
        return unwrittenSince;
    }
}
