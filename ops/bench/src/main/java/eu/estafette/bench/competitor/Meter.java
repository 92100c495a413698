package eu.estafette.bench.competitor;

import com.sun.management.OperatingSystemMXBean;
import eu.estafette.domain.cases.Case;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.event.CaseEvent;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.LongSupplier;

/**
 * Counts decisions, the one thing that all competitors call once per event, and takes time and processor time from the last event of the
 * warm-up until the effects of the last event are settled.
 */
final class Meter {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final OperatingSystemMXBean PROCESS =
            (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();

    private final int warmUp;
    private final int measured;
    private final AtomicInteger decided = new AtomicInteger();
    private final CountDownLatch allDecided = new CountDownLatch(1);
    private volatile Moment begin = Moment.now();

    /** Nanoseconds, of the clock and of all processors together. */
    private record Moment(long nanos, long cpuNanos) {
        static Moment now() {
            return new Moment(System.nanoTime(), PROCESS.getProcessCpuTime());
        }
    }

    Meter(int warmUp, int measured) {
        this.warmUp = warmUp;
        this.measured = measured;
    }

    Decision.Function counting(Decision.Function decisions) {
        return (Optional<Case> before, CaseEvent event, Instant now) -> {
            Decision decision = decisions.decide(before, event, now);
            count();
            return decision;
        };
    }

    private void count() {
        int count = decided.incrementAndGet();
        if (count == warmUp) {
            begin = Moment.now();
        }
        if (count == warmUp + measured) {
            allDecided.countDown();
        }
    }

    /** @throws IllegalStateException if nothing is decided, or settled, for three minutes */
    Measurement await(LongSupplier settled) throws InterruptedException {
        awaitDecisions();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (settled.getAsLong() < warmUp + measured) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("only " + settled.getAsLong() + " events have settled");
            }
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
        }
        Moment end = Moment.now();
        return Measurement.of(
                measured,
                Duration.ofNanos(end.nanos() - begin.nanos()),
                Duration.ofNanos(end.cpuNanos() - begin.cpuNanos()));
    }

    private void awaitDecisions() throws InterruptedException {
        int before = -1;
        while (!allDecided.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
            int now = decided.get();
            if (now == before) {
                throw new IllegalStateException("only %d of %d events were decided, and for %s none"
                        .formatted(now, warmUp + measured, PATIENCE));
            }
            before = now;
        }
    }
}
