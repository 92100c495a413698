package eu.estafette.hub.sealing;

import eu.estafette.contract.message.JournalSeal;
import eu.estafette.schemas.Topics;
import eu.estafette.schemas.seal.SealChain;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * Where the chain of a partition ends. The group's position says it, written in the same transaction as the last seal; where the group has no
 * position, the seals themselves do.
 */
final class ChainEnds {

    private static final String VERSION = "1";
    private static final int PARTS = 3;
    private static final Duration POLL = Duration.ofMillis(200);

    private final Supplier<Consumer<byte[], byte[]>> readers;
    private final Deserializer<SpecificRecord> seals;

    ChainEnds(Supplier<Consumer<byte[], byte[]>> readers, Deserializer<SpecificRecord> seals) {
        this.readers = readers;
        this.seals = seals;
    }

    /** The group's position after this seal: {@code 1 <number> <hash>} beside the offset. */
    static OffsetAndMetadata position(SealChain chain) {
        return new OffsetAndMetadata(chain.next(), String.join(" ", VERSION, "" + chain.number(), chain.lastHash()));
    }

    /** @param begin first offset that is kept, where the chain begins if there is none */
    SealChain of(int partition, Optional<OffsetAndMetadata> position, long begin) {
        return position.flatMap(ChainEnds::parse)
                .or(() -> lastSeal(partition).map(SealChain::endingWith))
                .orElseGet(() -> SealChain.startingAt(begin));
    }

    private static Optional<SealChain> parse(OffsetAndMetadata position) {
        String[] parts = position.metadata().split(" ", -1);
        return parts.length == PARTS && parts[0].equals(VERSION)
                ? Optional.of(new SealChain(Long.parseLong(parts[1]), position.offset(), parts[2]))
                : Optional.empty();
    }

    /** Looks back twice as far each time: between the last seal and the end there may be what was aborted. */
    private Optional<JournalSeal> lastSeal(int number) {
        var partition = new TopicPartition(Topics.JOURNAL_SEALS, number);
        try (Consumer<byte[], byte[]> reader = readers.get()) {
            reader.assign(List.of(partition));
            long begin = end(reader.beginningOffsets(List.of(partition)), partition);
            long end = end(reader.endOffsets(List.of(partition)), partition);
            for (long back = 16; ; back *= 2) {
                long from = Math.max(begin, end - back);
                Optional<JournalSeal> last = lastBetween(reader, partition, from, end);
                if (last.isPresent() || from == begin) {
                    return last;
                }
            }
        }
    }

    private Optional<JournalSeal> lastBetween(
            Consumer<byte[], byte[]> reader, TopicPartition partition, long from, long end) {
        Optional<JournalSeal> last = Optional.empty();
        reader.seek(partition, from);
        while (reader.position(partition) < end) {
            for (ConsumerRecord<byte[], byte[]> record : reader.poll(POLL)) {
                last = Optional.of((JournalSeal) seals.deserialize(record.topic(), record.value()));
            }
        }
        return last;
    }

    private static long end(Map<TopicPartition, Long> offsets, TopicPartition partition) {
        return Objects.requireNonNull(offsets.get(partition));
    }
}
