package eu.estafette.hub.delivery;

import eu.estafette.hub.delivery.lane.CompanionTopic;
import eu.estafette.hub.delivery.lane.LanePartition;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads what was asked back of the lane partitions owned here, from the beginning. Before calls start it asks Kafka where the recalls of
 * their partitions end and reads up to there, so that a recall that was committed before is known. Confined to the poll thread.
 */
final class RecallReader implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(RecallReader.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);

    /** Short, because the poll thread waits meanwhile; a lane that is not at its end by then goes on in the next round. */
    private static final Duration POLL = Duration.ofMillis(10);

    private static final Duration PATIENCE = Duration.ofMillis(50);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final CompanionTopic recalls;
    private final Function<Collection<TopicPartition>, Map<TopicPartition, Long>> ends;
    private long againAt = System.nanoTime();
    private long lookAgainAt = System.nanoTime();
    private boolean behind;

    /**
     * Follows nothing at first.
     *
     * @param consumers without group, that read what is committed
     * @param ends      where partitions end, what is not yet committed included
     */
    RecallReader(
            Supplier<Consumer<byte[], byte[]>> consumers,
            Function<Collection<TopicPartition>, Map<TopicPartition, Long>> ends) {
        this.recalls = new CompanionTopic(consumers, Topics::recall);
        this.ends = ends;
    }

    /** These lane partitions are owned here from now on, and no others. */
    void follow(Collection<LanePartition> lanes) {
        recalls.follow(lanes);
    }

    /** Reads what has come, if it is time to: also what was set aside may be asked back, while nothing of its lane is ready. */
    void look() {
        long now = System.nanoTime();
        if (!recalls.isEmpty() && now - againAt >= 0 && now - lookAgainAt >= 0) {
            lookAgainAt = now + BETWEEN_LOOKS.toNanos();
            try {
                recalls.consumer().poll(Duration.ZERO).forEach(this::take);
            } catch (RuntimeException e) {
                giveUp(e);
            }
        }
    }

    /** Those of these lane partitions of which all recalls are known that were committed before this call. */
    Set<LanePartition> readToEnd(Collection<LanePartition> lanes) {
        Set<LanePartition> read = lanes.isEmpty() || System.nanoTime() - againAt < 0 ? Set.of() : read(lanes);
        behind = read.size() < lanes.size();
        return read;
    }

    /** Whether some could not be read to their end last time, and want to be tried again soon. */
    boolean isBehind() {
        return behind;
    }

    private Set<LanePartition> read(Collection<LanePartition> lanes) {
        try {
            Consumer<byte[], byte[]> open = recalls.consumer();
            Map<TopicPartition, Long> known =
                    ends.apply(lanes.stream().map(recalls::of).toList());
            Map<TopicPartition, Long> unread = new HashMap<>(known);
            if (!isAtEnd(open, unread)) {
                readOn(open, unread, unread.size() == known.size());
            }
            return lanes.stream()
                    .filter(lane -> known.containsKey(recalls.of(lane)) && !unread.containsKey(recalls.of(lane)))
                    .collect(Collectors.toSet());
        } catch (RuntimeException e) {
            giveUp(e);
            return Set.of();
        }
    }

    private void giveUp(RuntimeException e) {
        log.warn(
                "Recalls cannot be read; no call starts until they can, so that nothing goes out that was asked back",
                e);
        close();
        againAt = System.nanoTime() + AGAIN.toNanos();
    }

    /** @param patient whether all lanes wait for this; one that could start is not kept waiting for the others */
    private void readOn(Consumer<byte[], byte[]> open, Map<TopicPartition, Long> unread, boolean patient) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            open.poll(patient ? POLL : Duration.ZERO).forEach(this::take);
        } while (!isAtEnd(open, unread) && patient && System.nanoTime() < end);
    }

    /** Strikes off those that are read. */
    private static boolean isAtEnd(Consumer<byte[], byte[]> open, Map<TopicPartition, Long> unread) {
        unread.entrySet().removeIf(one -> open.position(one.getKey()) >= one.getValue());
        return unread.isEmpty();
    }

    @SuppressWarnings("NullAway") // Kafka's value may be null whatever its type says
    private void take(ConsumerRecord<byte[], byte[]> record) {
        LanePartition lane = recalls.lane(new TopicPartition(record.topic(), record.partition()));
        String noticeId = new String(record.key(), StandardCharsets.UTF_8);
        if (lane != null && record.value() == null) {
            lane.resolveRecall(noticeId);
        } else if (lane != null) {
            lane.recall(noticeId);
        }
    }

    @Override
    public void close() {
        recalls.close();
    }
}
