package eu.estafette.hub.ingest;

import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.intake.Allowance;
import eu.estafette.kit.party.Party;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Holds each party to the {@code rate} of its configuration, in real time and in this process: every ingest process lets in as much. What was
 * not used is saved for a second at most. A call of more events than a second allows comes in when a whole second is saved, and is paid off
 * afterwards; it could never come in otherwise.
 */
final class PartyRates implements Allowance {

    private static final Duration SECOND = Duration.ofSeconds(1);

    private final TimeMeter clock;
    private final MeterRegistry meters;
    private final Map<PartyId, Bucket> saved = new ConcurrentHashMap<>();

    PartyRates(TimeMeter clock, MeterRegistry meters) {
        this.clock = clock;
        this.meters = meters;
    }

    @Override
    public Optional<Duration> take(Party party, int events) {
        Optional<Duration> wait = party.rate().flatMap(rate -> take(bucket(party.id(), rate), rate, events));
        wait.ifPresent(
                any -> meters.counter("estafette.throttled", "party", party.id().value())
                        .increment());
        return wait;
    }

    private static Optional<Duration> take(Bucket bucket, int rate, int events) {
        ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(Math.min(events, rate));
        if (!probe.isConsumed()) {
            return Optional.of(Duration.ofNanos(probe.getNanosToWaitForRefill()));
        }
        if (events > rate) {
            bucket.consumeIgnoringRateLimits(events - rate);
        }
        return Optional.empty();
    }

    private Bucket bucket(PartyId party, int rate) {
        return saved.computeIfAbsent(party, any -> Bucket.builder()
                .addLimit(limit -> limit.capacity(rate).refillGreedy(rate, SECOND))
                .withCustomTimePrecision(clock)
                .build());
    }
}
