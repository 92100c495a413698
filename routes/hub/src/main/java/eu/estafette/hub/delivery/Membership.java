package eu.estafette.hub.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.function.DoubleSupplier;
import java.util.function.LongSupplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * Whether this instance may believe that its lanes are its own. A process that stood still (stopped, swapped out, moved to another machine)
 * longer than its session may have lost them without having been told, and the next owner may be further in the same cases: a call
 * made now would repeat an old notice after a newer one. So after a pause no call starts until the group has answered. Confined to the poll
 * thread.
 */
final class Membership {

    /** Well under the session's 6 s. */
    static final Duration STOOD_STILL = Duration.ofSeconds(3);

    private static final String ANSWERS = "heartbeat-total";

    /** The first may be one that was on its way when the process stopped. */
    private static final int PROOF = 2;

    private final DoubleSupplier answers;
    private final LongSupplier nanos;
    private long lastRound;
    private double sureFrom;
    private double known;

    /**
     * @param answers heartbeats that the group has answered so far
     * @param nanos   monotonic
     */
    Membership(DoubleSupplier answers, LongSupplier nanos) {
        this.answers = answers;
        this.nanos = nanos;
        this.lastRound = nanos.getAsLong();
    }

    /** @param meters of the consumer that is a member */
    static Membership of(Map<MetricName, ? extends Metric> meters) {
        DoubleSupplier answers = meters.entrySet().stream()
                .filter(meter -> meter.getKey().name().equals(ANSWERS))
                .<DoubleSupplier>map(meter -> () -> (Double) meter.getValue().metricValue())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Kafka's consumer has no meter " + ANSWERS));
        return new Membership(answers, System::nanoTime);
    }

    /** To be called before each poll, because it is the poll that tells what the answers said. */
    void look() {
        known = answers.getAsDouble();
    }

    /** Whether calls may start now, as far as the last poll told. */
    boolean isSure() {
        long now = nanos.getAsLong();
        if (now - lastRound > STOOD_STILL.toNanos()) {
            sureFrom = answers.getAsDouble() + PROOF;
        }
        lastRound = now;
        return known >= sureFrom;
    }
}
