package eu.estafette.hub.sealing;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.OptionalLong;

/** How far the seals of this process are behind: what waits too long for its seal can be changed unseen. */
final class SealingMeters {

    private final Counter seals;
    private volatile long oldest = Long.MAX_VALUE;

    SealingMeters(MeterRegistry meters) {
        seals = Counter.builder("estafette.journal.seals")
                .description("seals written over parts of the journal")
                .register(meters);
        Gauge.builder("estafette.journal.unsealed.age", this, SealingMeters::age)
                .baseUnit("seconds")
                .description("age of the oldest journal entry that this process read and has not sealed")
                .register(meters);
    }

    void sealed(int many) {
        seals.increment(many);
    }

    /** @param timestamp of the oldest entry that waits, in ms */
    void oldest(OptionalLong timestamp) {
        oldest = timestamp.orElse(Long.MAX_VALUE);
    }

    private double age() {
        return oldest == Long.MAX_VALUE ? 0 : Math.max(0, System.currentTimeMillis() - oldest) / 1000.0;
    }
}
