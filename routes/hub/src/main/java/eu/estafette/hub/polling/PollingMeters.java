package eu.estafette.hub.polling;

import io.micrometer.core.instrument.MeterRegistry;

/** {@code estafette_poll_rounds_total} by poller and outcome. */
final class PollingMeters {

    private static final String ROUNDS = "estafette.poll.rounds";

    private final MeterRegistry registry;

    PollingMeters(MeterRegistry registry) {
        this.registry = registry;
    }

    void visited(String poller) {
        registry.counter(ROUNDS, "poller", poller, "outcome", "done").increment();
    }

    void failed(String poller) {
        registry.counter(ROUNDS, "poller", poller, "outcome", "failed").increment();
    }
}
