package eu.estafette.hub.delivery.lane;

import eu.estafette.hub.delivery.time.Clocks;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.TimeMeter;
import java.time.Duration;
import java.util.Optional;

/** At most so many a second, evenly, in real time and in this process; what is not used is saved for a fifth of a second. */
public final class Pace {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final int SAVED = 5;

    private final Optional<Bucket> bucket;

    private Pace(Optional<Bucket> bucket) {
        this.bucket = bucket;
    }

    /** @param rate a second; absent: no limit */
    public static Pace of(Optional<Integer> rate, Clocks clocks) {
        return new Pace(rate.map(most -> Bucket.builder()
                .addLimit(limit -> limit.capacity((most + SAVED - 1) / SAVED).refillGreedy(most, SECOND))
                .withCustomTimePrecision(new Monotonic(clocks))
                .build()));
    }

    /** Whether one may go now. */
    public boolean mayGo() {
        return bucket.map(tokens -> tokens.estimateAbilityToConsume(1).canBeConsumed())
                .orElse(true);
    }

    /** One goes. */
    public void go() {
        bucket.ifPresent(tokens -> tokens.tryConsume(1));
    }

    private record Monotonic(Clocks clocks) implements TimeMeter {
        @Override
        public long currentTimeNanos() {
            return clocks.nanos().getAsLong();
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }
}
