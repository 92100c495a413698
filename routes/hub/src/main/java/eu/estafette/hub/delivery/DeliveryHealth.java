package eu.estafette.hub.delivery;

import eu.estafette.hub.delivery.lane.LaneStatus;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * Down when Kafka has not been heard of, or results could not be written, for too long. A partner's trouble is no illness of the
 * delivery, nor is a halted lane, which a restart would not cure; halted lanes are named.
 */
public final class DeliveryHealth implements HealthIndicator {

    private final DeliveryWorker worker;
    private final Duration limit;
    private final Clock realTime;

    /** @param limit age from which on it is down */
    public DeliveryHealth(DeliveryWorker worker, Duration limit, Clock realTime) {
        this.worker = worker;
        this.limit = limit;
        this.realTime = realTime;
    }

    @Override
    public Health health() {
        Duration contact = Duration.between(worker.lastContact(), realTime.instant());
        Optional<Duration> unwritten =
                worker.unwrittenSince().map(since -> Duration.between(since, realTime.instant()));
        boolean up = contact.compareTo(limit) <= 0
                && unwritten.map(age -> age.compareTo(limit) <= 0).orElse(true);
        List<String> halted = worker.lanes().values().stream()
                .filter(LaneStatus::halted)
                .map(LaneStatus::party)
                .sorted()
                .toList();
        Health.Builder health = up ? Health.up() : Health.down();
        worker.lastWrite().ifPresent(at -> health.withDetail("lastWrite", at.toString()));
        unwritten.ifPresent(age -> health.withDetail("unwrittenSeconds", age.toSeconds()));
        return health.withDetail("lastContactSeconds", contact.toSeconds())
                .withDetail("lanes", worker.lanes().size())
                .withDetail("halted", halted)
                .build();
    }
}
