package eu.estafette.hub.delivery;

import eu.estafette.hub.delivery.lane.Ended;
import eu.estafette.hub.delivery.outcome.Results;
import eu.estafette.hub.delivery.outcome.Writ;
import java.time.Duration;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CommitFailedException;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** When results are written: soon, but together; and again where it failed. Confined to the poll thread. */
final class Writing {

    private static final Logger log = LoggerFactory.getLogger(Writing.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    /** Written without waiting for more. */
    private static final int FULL_BATCH = 500;

    private final Results results;
    private final Supplier<ConsumerGroupMetadata> owner;
    private final Duration gather;
    private final Vitals vitals;
    private long gatheringSince = System.nanoTime();
    private long againAt = System.nanoTime();

    /**
     * @param owner  this member of the group, as of now
     * @param gather how long results may wait for each other
     */
    Writing(Results results, Supplier<ConsumerGroupMetadata> owner, Duration gather, Vitals vitals) {
        this.results = results;
        this.owner = owner;
        this.gather = gather;
        this.vitals = vitals;
    }

    void add(Ended ended) {
        begin();
        results.add(ended);
    }

    void add(Writ writ) {
        begin();
        results.add(writ);
    }

    private void begin() {
        if (results.size() == 0) {
            gatheringSince = System.nanoTime();
        }
    }

    boolean isWaiting() {
        return results.size() > 0;
    }

    /** Whether what ends now could be written. */
    boolean isPossible() {
        return results.isOpen();
    }

    /** @param calling whether more may come soon */
    void writeIfDue(boolean calling) {
        long now = System.nanoTime();
        // half of the time, because the round that finds it over comes up to another half later
        boolean ripe = !calling || results.size() >= FULL_BATCH || now - gatheringSince >= gather.toNanos() / 2;
        if (now - againAt >= 0 && (!results.isOpen() || isWaiting() && ripe)) {
            writeNow();
        }
    }

    void writeNow() {
        try {
            if (!results.isOpen()) {
                results.open();
            }
            if (isWaiting()) {
                results.write(owner.get());
            }
            vitals.written();
        } catch (CommitFailedException e) {
            // the group has a new generation of which this consumer has not heard; it will in one of the next polls
            log.info("Results are not written while the group rebalances; they are in its next generation");
        } catch (RuntimeException e) {
            vitals.notWritten();
            againAt = System.nanoTime() + AGAIN.toNanos();
            log.warn("Results are not written; no call starts until they are, in a new transaction", e);
        }
    }

    void forgetReleased() {
        results.forgetReleased();
    }

    void close() {
        results.close();
    }
}
