package eu.estafette.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.hub.delivery.circuit.CircuitState;
import eu.estafette.hub.delivery.lane.LaneStatus;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeliveryMetersTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void theirNamesAreFixed() {
        var registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
        var vitals = new Vitals(() -> NOW);
        var meters = new DeliveryMeters(registry, List.of("coach"), vitals, () -> NOW);

        meters.delivered("coach");
        meters.delivered("coach");
        meters.dead("coach");
        meters.withdrawn("coach");
        meters.withdrawn("coach");
        meters.withdrawn("coach");
        vitals.publish(() -> Map.of(
                "coach",
                new LaneStatus(
                        "coach",
                        3,
                        2,
                        8,
                        Optional.of(NOW.minusSeconds(90)),
                        CircuitState.OPEN,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        false,
                        Optional.empty(),
                        0,
                        0)));

        assertThat(registry.scrape().lines().filter(line -> !line.startsWith("#")))
                .containsExactlyInAnyOrder(
                        "estafette_delivered_total{party=\"coach\"} 2.0",
                        "estafette_dead_total{party=\"coach\"} 1.0",
                        "estafette_withdrawn_total{party=\"coach\"} 3.0",
                        "estafette_lane_in_flight{party=\"coach\"} 2.0",
                        "estafette_circuit_state{party=\"coach\"} 2.0",
                        "estafette_oldest_waiting_seconds{party=\"coach\"} 90.0");
    }
}
