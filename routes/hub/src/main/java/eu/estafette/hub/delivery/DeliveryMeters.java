package eu.estafette.hub.delivery;

import eu.estafette.hub.delivery.lane.LaneStatus;
import eu.estafette.hub.delivery.outcome.DeliveryCount;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The delivery's meters, one of each per party. As Prometheus names them: {@code estafette_delivered_total}, {@code estafette_dead_total},
 * {@code estafette_withdrawn_total},
 * {@code estafette_lane_in_flight}, {@code estafette_circuit_state} (0 closed, 1 half-open, 2 open, 3 disabled),
 * {@code estafette_oldest_waiting_seconds}. Gauges of lanes that another instance owns are 0 here.
 */
final class DeliveryMeters implements DeliveryCount {

    private final Map<String, Counter> delivered = new HashMap<>();
    private final Map<String, Counter> dead = new HashMap<>();
    private final Map<String, Counter> withdrawn = new HashMap<>();
    private final MeterRegistry registry;
    private final Vitals vitals;

    /** @param realTime the clock that notices are stamped with on their lanes */
    DeliveryMeters(MeterRegistry registry, Collection<String> parties, Vitals vitals, InstantSource realTime) {
        this.registry = registry;
        this.vitals = vitals;
        for (String party : parties) {
            delivered.put(party, counter("estafette.delivered", "notices that their receiver has", party));
            dead.put(party, counter("estafette.dead", "notices that their receiver refused for good", party));
            withdrawn.put(party, counter("estafette.withdrawn", "notices that were asked back in time", party));
            gauge("estafette.lane.in.flight", "calls under way", party, LaneStatus::inFlight);
            gauge("estafette.circuit.state", "0 closed, 1 half-open, 2 open, 3 disabled", party, lane -> lane.circuit()
                    .ordinal());
            gauge(
                    "estafette.oldest.waiting.seconds",
                    "age of the oldest unfinished notice",
                    party,
                    lane -> lane.oldestSince()
                            .map(since ->
                                    Duration.between(since, realTime.instant()).toMillis() / 1000.0)
                            .orElse(0.0));
        }
    }

    @Override
    public void delivered(String party) {
        Optional.ofNullable(delivered.get(party)).ifPresent(Counter::increment);
    }

    @Override
    public void dead(String party) {
        Optional.ofNullable(dead.get(party)).ifPresent(Counter::increment);
    }

    @Override
    public void withdrawn(String party) {
        Optional.ofNullable(withdrawn.get(party)).ifPresent(Counter::increment);
    }

    private Counter counter(String name, String what, String party) {
        return Counter.builder(name)
                .description(what)
                .tags(Tags.of("party", party))
                .register(registry);
    }

    private void gauge(String name, String what, String party, ToDoubleFunction<LaneStatus> value) {
        Gauge.builder(name, vitals, signs -> Optional.ofNullable(signs.lanes().get(party))
                        .map(value::applyAsDouble)
                        .orElse(0.0))
                .description(what)
                .tags(Tags.of("party", party))
                .strongReference(true)
                .register(registry);
    }
}
