package eu.estafette.hub.delivery.lane;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/** Reads the last entry of ledger partitions: from their end, and farther back only where nothing was found. */
public final class LedgerReader {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final long STEP_BACK = 20;

    private final Supplier<Consumer<byte[], byte[]>> consumers;

    /** @param consumers without group, that read what is committed */
    public LedgerReader(Supplier<Consumer<byte[], byte[]>> consumers) {
        this.consumers = consumers;
    }

    /**
     * The last entry of each partition that has one.
     *
     * @param ranges up to where to read; waits until what is open there is committed or aborted
     * @throws TimeoutException if the end is not reached in time
     */
    Map<TopicPartition, LedgerEntry> read(Map<TopicPartition, OffsetRange> ranges, Duration atMost) {
        Map<TopicPartition, LedgerEntry> found = new HashMap<>();
        Map<TopicPartition, OffsetRange> wanted = new HashMap<>(ranges);
        wanted.values().removeIf(OffsetRange::isEmpty);
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            for (long back = STEP_BACK; !wanted.isEmpty(); back *= STEP_BACK) {
                long stepBack = back;
                consumer.assign(wanted.keySet());
                wanted.forEach((one, range) -> consumer.seek(one, range.back(stepBack)));
                readToEnd(consumer, wanted, System.nanoTime() + atMost.toNanos(), found);
                wanted.entrySet()
                        .removeIf(one -> found.containsKey(one.getKey())
                                || one.getValue().back(stepBack)
                                        == one.getValue().begin());
            }
        }
        return found;
    }

    private static void readToEnd(
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, OffsetRange> ranges,
            long deadline,
            Map<TopicPartition, LedgerEntry> found) {
        while (ranges.entrySet().stream()
                .anyMatch(
                        one -> consumer.position(one.getKey()) < one.getValue().end())) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("The ledgers " + ranges.keySet() + " are not read to their end");
            }
            consumer.poll(POLL)
                    .forEach(entry -> found.put(
                            new TopicPartition(entry.topic(), entry.partition()), LedgerEntry.of(entry.value())));
        }
    }
}
