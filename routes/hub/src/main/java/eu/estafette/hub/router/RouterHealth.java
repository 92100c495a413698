package eu.estafette.hub.router;

import org.apache.kafka.streams.KafkaStreams.State;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;

/**
 * Whether this process routes, or stands by to: up while it works or the group shares its partitions anew, out of service while it starts.
 * Whoever restarts processes one after the other waits for {@code RUNNING} before the next.
 */
final class RouterHealth implements HealthIndicator {

    private final RouterFlow flow;

    RouterHealth(RouterFlow flow) {
        this.flow = flow;
    }

    @Override
    public Health health() {
        return flow.state()
                .map(state -> of(state).withDetail("state", state.name()).build())
                .orElseGet(() -> Health.outOfService().build());
    }

    private static Health.Builder of(State state) {
        return switch (state) {
            case RUNNING, REBALANCING -> Health.up();
            case CREATED -> Health.outOfService();
            case PENDING_SHUTDOWN, NOT_RUNNING, PENDING_ERROR, ERROR -> Health.down();
        };
    }
}
