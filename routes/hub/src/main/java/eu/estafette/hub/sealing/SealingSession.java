package eu.estafette.hub.sealing;

import eu.estafette.contract.message.JournalSeal;
import eu.estafette.schemas.Topics;
import eu.estafette.schemas.seal.JournalKey;
import eu.estafette.schemas.seal.SealChain;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serializer;

/**
 * One membership of the sealing group. The owner of a journal partition seals it; a seal and the group's position are one transaction, which
 * the group refuses to whoever is not the owner any more. So a chain never forks.
 *
 * <p>Crash windows: before the commit there is no seal, and the next owner seals the same records; after it the next owner goes on behind it.
 */
final class SealingSession implements ConsumerRebalanceListener {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Consumer<byte[], byte[]> journal;
    private final Producer<byte[], byte[]> producer;
    private final Serializer<SpecificRecord> serializer;
    private final ChainEnds ends;
    private final JournalKey key;
    private final SealingMeters meters;
    private final Map<TopicPartition, OpenSeal> open = new HashMap<>();

    /**
     * @param journal  member of the group, closed with this
     * @param producer the same
     */
    SealingSession(
            Consumer<byte[], byte[]> journal,
            Producer<byte[], byte[]> producer,
            Serializer<SpecificRecord> serializer,
            ChainEnds ends,
            JournalKey key,
            SealingMeters meters) {
        this.journal = journal;
        this.producer = producer;
        this.serializer = serializer;
        this.ends = ends;
        this.key = key;
        this.meters = meters;
    }

    /**
     * Seals until told to stop, and then once more what was read.
     *
     * @throws RuntimeException if Kafka does not do what it must; nothing is half done then
     */
    void run(Duration every, BooleanSupplier goOn) {
        producer.initTransactions();
        journal.subscribe(List.of(Topics.JOURNAL), this);
        long due = System.nanoTime() + every.toNanos();
        while (goOn.getAsBoolean()) {
            for (ConsumerRecord<byte[], byte[]> record : journal.poll(POLL)) {
                Objects.requireNonNull(open.get(new TopicPartition(record.topic(), record.partition())))
                        .add(record);
            }
            boolean isDue = System.nanoTime() - due >= 0;
            seal(isDue ? any -> true : OpenSeal::isFull);
            due = isDue ? System.nanoTime() + every.toNanos() : due;
            meters.oldest(open.values().stream().mapToLong(OpenSeal::oldest).min());
        }
        seal(any -> true);
    }

    private void seal(Predicate<OpenSeal> ripe) {
        var signing = new SealChain.Signing(key, Instant.now());
        Map<OpenSeal, JournalSeal> closed = new HashMap<>();
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        open.forEach((partition, seal) -> {
            if (!seal.isEmpty() && ripe.test(seal)) {
                JournalSeal written = seal.close(journal.position(partition), signing);
                closed.put(seal, written);
                positions.put(partition, ChainEnds.position(SealChain.endingWith(written)));
            }
        });
        if (closed.isEmpty()) {
            return;
        }
        producer.beginTransaction();
        closed.values().forEach(seal -> producer.send(record(seal)));
        producer.sendOffsetsToTransaction(positions, journal.groupMetadata());
        producer.commitTransaction();
        closed.forEach(OpenSeal::sealed);
        meters.sealed(closed.size());
    }

    private ProducerRecord<byte[], byte[]> record(JournalSeal seal) {
        byte[] name = Integer.toString(seal.getPartition()).getBytes(StandardCharsets.UTF_8);
        byte[] value = serializer.serialize(Topics.JOURNAL_SEALS, seal);
        return new ProducerRecord<>(Topics.JOURNAL_SEALS, seal.getPartition(), name, value);
    }

    /** The position is asked first, which waits for the end of a transaction that the owner before has under way. */
    @Override
    public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> positions = journal.committed(new HashSet<>(partitions));
        Map<TopicPartition, Long> begins = journal.beginningOffsets(partitions);
        for (TopicPartition partition : partitions) {
            long begin = Objects.requireNonNull(begins.get(partition));
            SealChain chain = ends.of(partition.partition(), Optional.ofNullable(positions.get(partition)), begin);
            var seal = new OpenSeal(partition.partition(), chain, Math.max(begin, chain.next()));
            journal.seek(partition, seal.first());
            open.put(partition, seal);
        }
    }

    @Override
    public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
        partitions.forEach(open::remove);
    }

    void close() {
        try {
            producer.close(Duration.ofSeconds(1));
        } finally {
            journal.close();
        }
    }
}
