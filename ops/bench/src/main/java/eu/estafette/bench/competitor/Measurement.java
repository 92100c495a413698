package eu.estafette.bench.competitor;

import java.time.Duration;

/**
 * One competitor's speed in one round.
 *
 * @param seconds            over which it was taken
 * @param cpuMicrosPerEvent  processor time of the competitor's own JVM, the broker apart
 */
public record Measurement(double eventsPerSecond, double cpuMicrosPerEvent, double seconds) {

    @Override
    public String toString() {
        return "%,.0f events/s, %.1f µs of processor time each, over %.1f s"
                .formatted(eventsPerSecond, cpuMicrosPerEvent, seconds);
    }

    static Measurement of(int events, Duration time, Duration cpu) {
        double seconds = time.toNanos() / 1e9;
        return new Measurement(events / seconds, cpu.toNanos() / 1e3 / events, seconds);
    }
}
