package eu.estafette.hub.delivery.outcome;

import eu.estafette.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Writes a batch of results in one Kafka transaction, with the offsets to go on from. The group's generation fences it: who no longer owns
 * a lane cannot write about it. After any failure, an unknown outcome included, the producer is given up; the one that {@link #open}
 * makes next ends what its predecessor left behind, so that from then on Kafka tells what was written.
 */
public final class ResultWriter implements AutoCloseable {

    private static final Duration GIVE_UP = Duration.ZERO;

    private final Supplier<Producer<byte[], byte[]>> producers;
    private @Nullable Producer<byte[], byte[]> producer;
    private int partitions;

    public ResultWriter(Supplier<Producer<byte[], byte[]>> producers) {
        this.producers = producers;
    }

    boolean isOpen() {
        return producer != null;
    }

    /** @throws KafkaException if Kafka does not answer; it can be tried again */
    void open() {
        giveUp();
        Producer<byte[], byte[]> next = producers.get();
        try {
            next.initTransactions();
            partitions = next.partitionsFor(Topics.EVENTS).size();
            producer = next;
        } catch (RuntimeException e) {
            next.close(GIVE_UP);
            throw e;
        }
    }

    /** Of {@code estafette.events}. */
    int partitions() {
        return partitions;
    }

    /** @throws KafkaException if it was not written, or if that is not known; the writer must be opened anew then */
    Offsets write(
            List<ProducerRecord<byte[], byte[]>> records,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            ConsumerGroupMetadata owner) {
        if (producer == null) {
            throw new IllegalStateException("open it first");
        }
        producer.beginTransaction();
        List<Future<RecordMetadata>> sent = records.stream().map(producer::send).toList();
        // always, also where the mark did not move: it is what fences a former owner
        producer.sendOffsetsToTransaction(offsets, owner);
        producer.commitTransaction();
        return Offsets.of(records, sent.stream().map(Future::resultNow).toList());
    }

    private void giveUp() {
        if (producer != null) {
            producer.close(GIVE_UP);
            producer = null;
        }
    }

    @Override
    public void close() {
        giveUp();
    }
}
