package eu.estafette.hub.operators;

import eu.estafette.console.problem.ConflictException;
import eu.estafette.console.problem.DeskAwayException;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Originals on {@code estafette.invalid}, which has one partition. */
final class InvalidTopic {

    private static final TopicPartition PARTITION = new TopicPartition(Topics.INVALID, 0);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Supplier<Consumer<byte[], byte[]>> consumers;

    /** @param consumers in no group, of what is committed */
    InvalidTopic(Supplier<Consumer<byte[], byte[]>> consumers) {
        this.consumers = consumers;
    }

    /**
     * The record of a place, if it is still the last word about it: one that somebody else solved a moment ago is not given.
     *
     * @param offset where it was seen
     * @throws ConflictException if it is solved, or was set aside anew since
     * @throws DeskAwayException if Kafka does not say
     */
    ConsumerRecord<byte[], byte[]> original(String place, long offset) {
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            consumer.assign(List.of(PARTITION));
            long end = consumer.endOffsets(List.of(PARTITION)).getOrDefault(PARTITION, 0L);
            consumer.seek(PARTITION, offset);
            Optional<ConsumerRecord<byte[], byte[]>> last = Optional.empty();
            while (consumer.position(PARTITION) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    last = place.equals(keyOf(record)) ? Optional.of(record) : last;
                }
            }
            return last.filter(record -> record.offset() == offset && record.value() != null)
                    .orElseThrow(
                            () -> new ConflictException(
                                    "This is solved already, or was set aside anew; look at the list again. Nothing was done."));
        } catch (KafkaException e) {
            throw new DeskAwayException("estafette.invalid cannot be read: " + e.getMessage(), e);
        }
    }

    private static String keyOf(ConsumerRecord<byte[], byte[]> record) {
        return new String(record.key(), StandardCharsets.UTF_8);
    }

    /** What a record's header says. */
    static Optional<String> header(ConsumerRecord<byte[], byte[]> record, String name) {
        return Optional.ofNullable(record.headers().lastHeader(name))
                .map(header -> new String(header.value(), StandardCharsets.UTF_8));
    }

    /** Those that were added when it was set aside. */
    static boolean isOfFailure(String header) {
        return header.startsWith("estafette.failure.") || header.startsWith("__dlq.errors.");
    }
}
