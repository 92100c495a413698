package eu.estafette.hub.originals;

import eu.estafette.kit.original.OriginalRef;
import eu.estafette.schemas.Sha256;
import eu.estafette.schemas.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;

/**
 * Reads originals back. Kafka knows no record by its key, so a partition is read from shortly before the time that is given, and from its
 * beginning only if it is not found there; that may take long, and nobody waits for it but an operator.
 */
public final class OriginalsReader {

    private static final Duration POLL = Duration.ofMillis(500);

    /** An original is kept right before what refers to it, but a hub may have stopped between the two. */
    private static final Duration EARLIER = Duration.ofHours(1);

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final int partitions;

    /** @param consumers in no group */
    public OriginalsReader(Supplier<Consumer<byte[], byte[]>> consumers, int partitions) {
        this.consumers = consumers;
        this.partitions = partitions;
    }

    /**
     * Copies it to a new file, which the caller deletes.
     *
     * @param around when something that refers to it was written, by Kafka's time; absent: unknown
     * @return empty if it is not kept any more, or not wholly
     * @throws org.apache.kafka.common.KafkaException if Kafka does not say
     */
    public Optional<Path> find(OriginalRef original, Optional<Instant> around) throws IOException {
        var place = new TopicPartition(Topics.ORIGINALS, PieceKey.partitionOf(original, partitions));
        Path file = Files.createTempFile("estafette-original", "");
        boolean found = false;
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            consumer.assign(List.of(place));
            long begin = consumer.beginningOffsets(List.of(place)).getOrDefault(place, 0L);
            long near = around.map(moment -> near(consumer, place, moment)).orElse(begin);
            found = copy(consumer, place, near, original, file)
                    || near > begin && copy(consumer, place, begin, original, file);
            return found ? Optional.of(file) : Optional.empty();
        } finally {
            if (!found) {
                Files.delete(file);
            }
        }
    }

    private static long near(Consumer<byte[], byte[]> consumer, TopicPartition place, Instant moment) {
        Map<TopicPartition, OffsetAndTimestamp> near =
                consumer.offsetsForTimes(Map.of(place, moment.minus(EARLIER).toEpochMilli()));
        return near.get(place) == null ? 0 : near.get(place).offset();
    }

    /** Two may have kept the same one at once: whichever piece comes first is as good as any other of its number. */
    private static boolean copy(
            Consumer<byte[], byte[]> consumer, TopicPartition place, long from, OriginalRef original, Path file)
            throws IOException {
        long end = consumer.endOffsets(List.of(place)).getOrDefault(place, 0L);
        var have = new BitSet();
        int pieces = Integer.MAX_VALUE;
        consumer.seek(place, from);
        try (FileChannel copy =
                FileChannel.open(file, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            while (have.cardinality() < pieces && consumer.position(place) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    Optional<PieceKey> piece = PieceKey.of(original, record.key());
                    if (piece.isPresent()) {
                        copy.write(ByteBuffer.wrap(record.value()), piece.get().position());
                        have.set(piece.get().number());
                        pieces = record.value().length < PieceKey.LENGTH
                                ? piece.get().number() + 1
                                : pieces;
                    }
                }
            }
        }
        return have.cardinality() == pieces && nameOf(file).equals(original);
    }

    private static OriginalRef nameOf(Path file) throws IOException {
        MessageDigest sha256 = Sha256.begin();
        try (FileChannel content = FileChannel.open(file)) {
            ByteBuffer buffer = ByteBuffer.allocate(PieceKey.LENGTH);
            while (content.read(buffer) >= 0) {
                sha256.update(buffer.flip());
                buffer.clear();
            }
        }
        return new OriginalRef(HexFormat.of().formatHex(sha256.digest()));
    }
}
