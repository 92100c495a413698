package eu.estafette.hub.delivery.parking;

import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;

/**
 * Reads what a former owner left of lane partitions: park state, parked and dead notices, each to its high watermark, of which it keeps only
 * where each lies. To be read after the committed offsets are stable, as ledgers are: from then on no former owner can write any more.
 */
public final class ParkingReader {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration STANDSTILL = Duration.ofSeconds(30);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Function<Collection<TopicPartition>, Map<TopicPartition, Long>> ends;

    /**
     * @param consumers without group, that read what is committed
     * @param ends      where partitions end, what is not yet committed included
     */
    public ParkingReader(
            Supplier<Consumer<byte[], byte[]>> consumers,
            Function<Collection<TopicPartition>, Map<TopicPartition, Long>> ends) {
        this.consumers = consumers;
        this.ends = ends;
    }

    /**
     * One for each lane partition asked for.
     *
     * @throws RuntimeException if Kafka does not answer in time, or park state cannot be understood; the lane must not start then
     */
    public Map<TopicPartition, Left> read(Collection<TopicPartition> lanes) {
        Map<TopicPartition, TopicPartition> laneOf = new HashMap<>();
        lanes.forEach(lane -> companions(lane).forEach(one -> laneOf.put(one, lane)));
        Map<TopicPartition, Long> unread = ends.apply(laneOf.keySet());
        if (!unread.keySet().containsAll(laneOf.keySet())) {
            throw new KafkaException("Kafka does not tell where the park states of " + lanes + " end");
        }
        Map<TopicPartition, Left> left = new HashMap<>();
        lanes.forEach(lane -> left.put(lane, new Left()));
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            consumer.assign(laneOf.keySet());
            consumer.seekToBeginning(laneOf.keySet());
            readToEnd(consumer, unread, record -> take(record, laneOf, left));
        }
        return left;
    }

    private static Set<TopicPartition> companions(TopicPartition lane) {
        String party = Topics.partyOfLane(lane.topic());
        Set<TopicPartition> all = new HashSet<>();
        all.add(new TopicPartition(Topics.parkState(party), lane.partition()));
        for (Shelf shelf : Shelf.values()) {
            all.add(new TopicPartition(shelf.topic(party), lane.partition()));
        }
        return all;
    }

    private static void readToEnd(
            Consumer<byte[], byte[]> consumer,
            Map<TopicPartition, Long> ends,
            java.util.function.Consumer<ConsumerRecord<byte[], byte[]>> each) {
        Map<TopicPartition, Long> unread = new HashMap<>(ends);
        long progress = System.nanoTime();
        unread.entrySet().removeIf(one -> consumer.position(one.getKey()) >= one.getValue());
        while (!unread.isEmpty()) {
            var records = consumer.poll(POLL);
            records.forEach(each);
            boolean moved = unread.entrySet().removeIf(one -> consumer.position(one.getKey()) >= one.getValue());
            if (moved || !records.isEmpty()) {
                progress = System.nanoTime();
            } else if (System.nanoTime() - progress > STANDSTILL.toNanos()) {
                throw new TimeoutException("The park states " + unread.keySet() + " are not read to their end");
            }
        }
    }

    @SuppressWarnings("NullAway") // Kafka's key may be null whatever its type says
    private static void take(
            ConsumerRecord<byte[], byte[]> record,
            Map<TopicPartition, TopicPartition> laneOf,
            Map<TopicPartition, Left> left) {
        TopicPartition lane = laneOf.get(new TopicPartition(record.topic(), record.partition()));
        if (lane == null || record.key() == null) {
            return;
        }
        Left of = left.get(lane);
        String party = Topics.partyOfLane(lane.topic());
        if (record.topic().equals(Topics.parkState(party))) {
            of.state(new String(record.key(), StandardCharsets.UTF_8), record.value());
        } else {
            of.shelf(record.topic().equals(Shelf.DEAD.topic(party)) ? Shelf.DEAD : Shelf.PARKED, record);
        }
    }
}
