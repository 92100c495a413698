package eu.estafette.hub.delivery.parking;

import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Fetches single notices that were set aside, from where they lie. Thread-safe: one after the other, whoever asks. */
public final class ShelfReader implements AutoCloseable {

    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Function<Collection<TopicPartition>, Map<TopicPartition, Long>> ends;
    private @Nullable Consumer<byte[], byte[]> consumer;

    /**
     * @param consumers without group, that read what is committed
     * @param ends      where partitions end
     */
    public ShelfReader(
            Supplier<Consumer<byte[], byte[]>> consumers,
            Function<Collection<TopicPartition>, Map<TopicPartition, Long>> ends) {
        this.consumers = consumers;
        this.ends = ends;
    }

    /**
     * The record as it lies there.
     *
     * @param lane the lane partition that it was set aside from
     * @throws KafkaException if it cannot be read now; it can be tried again
     */
    public synchronized ConsumerRecord<byte[], byte[]> read(TopicPartition lane, SetAside one) {
        var shelf = new TopicPartition(one.shelf().topic(Topics.partyOfLane(lane.topic())), lane.partition());
        try {
            return find(open(), shelf, one)
                    .orElseThrow(() -> new KafkaException("notice " + one.noticeId() + " does not lie on " + shelf));
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    /** As a rule it is the first that is read; else the last of its key up to the end. */
    private Optional<ConsumerRecord<byte[], byte[]>> find(
            Consumer<byte[], byte[]> open, TopicPartition shelf, SetAside one) {
        seek(open, shelf, one.at());
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        OptionalLong end = OptionalLong.empty();
        Optional<ConsumerRecord<byte[], byte[]>> last = Optional.empty();
        while (end.isEmpty() || open.position(shelf) < end.getAsLong()) {
            for (ConsumerRecord<byte[], byte[]> record : open.poll(POLL)) {
                last = isOf(record, one) ? Optional.of(record) : last;
                if (record.offset() == one.at() && last.isPresent()) {
                    return last;
                }
            }
            if (end.isEmpty()) {
                end = OptionalLong.of(ends.apply(List.of(shelf)).getOrDefault(shelf, 0L));
            }
            if (System.nanoTime() > deadline) {
                throw new KafkaException("notice " + one.noticeId() + " is not read from " + shelf + " in time");
            }
        }
        return last;
    }

    private static void seek(Consumer<byte[], byte[]> open, TopicPartition shelf, long at) {
        if (!open.assignment().contains(shelf)) {
            open.assign(List.of(shelf));
        }
        if (at == 0) {
            open.seekToBeginning(List.of(shelf));
        } else {
            open.seek(shelf, at);
        }
    }

    @SuppressWarnings("NullAway") // Kafka's key and value may be null whatever their type says
    private static boolean isOf(ConsumerRecord<byte[], byte[]> record, SetAside one) {
        return record.key() != null
                && record.value() != null
                && one.noticeId().equals(new String(record.key(), StandardCharsets.UTF_8));
    }

    private Consumer<byte[], byte[]> open() {
        Consumer<byte[], byte[]> open = consumer;
        if (open == null) {
            open = consumers.get();
            consumer = open;
        }
        return open;
    }

    @Override
    public synchronized void close() {
        Consumer<byte[], byte[]> open = consumer;
        consumer = null;
        if (open != null) {
            open.close(CloseOptions.timeout(Duration.ZERO));
        }
    }
}
