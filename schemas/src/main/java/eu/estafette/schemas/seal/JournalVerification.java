package eu.estafette.schemas.seal;

import eu.estafette.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/** Recomputes what is still kept of the journal, and all chains of seals from their beginning. Changes nothing. */
public final class JournalVerification {

    /** What the journal promises. That a topic's settings say otherwise may be part of what is to be found. */
    public static final Duration KEPT = Duration.ofDays(400);

    private final Supplier<Consumer<byte[], byte[]>> readers;
    private final Deserializer<SpecificRecord> seals;
    private final VerifyingKeys keys;
    private final Instant now;

    /**
     * @param readers of committed records, in no group
     * @param seals   of the values of {@code estafette.journal-seals}
     * @param now     real time
     */
    public JournalVerification(
            Supplier<Consumer<byte[], byte[]>> readers,
            Deserializer<SpecificRecord> seals,
            VerifyingKeys keys,
            Instant now) {
        this.readers = readers;
        this.seals = seals;
        this.keys = keys;
        this.now = now;
    }

    /**
     * One verdict per partition, in order.
     *
     * @throws org.apache.kafka.common.KafkaException if Kafka cannot be read
     */
    public List<PartitionVerdict> run() {
        List<PartitionVerdict> verdicts = new ArrayList<>();
        for (int partition : partitions()) {
            // what is sealed ends before the journal does: so its end is looked up first
            try (var chain = new PartitionRecords(readers.get(), new TopicPartition(Topics.JOURNAL_SEALS, partition));
                    var journal = new PartitionRecords(readers.get(), new TopicPartition(Topics.JOURNAL, partition))) {
                verdicts.add(new PartitionCheck(partition, journal, keys, now.minus(KEPT)).run(chain, seals));
            }
        }
        return verdicts;
    }

    private List<Integer> partitions() {
        try (Consumer<byte[], byte[]> reader = readers.get()) {
            return reader.partitionsFor(Topics.JOURNAL).stream()
                    .map(PartitionInfo::partition)
                    .sorted()
                    .toList();
        }
    }
}
