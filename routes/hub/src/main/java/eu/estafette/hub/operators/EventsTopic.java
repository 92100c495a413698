package eu.estafette.hub.operators;

import eu.estafette.console.problem.DeskAwayException;
import eu.estafette.schemas.Topics;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Events as they were accepted, as long as they are kept. */
final class EventsTopic {

    private static final Duration POLL = Duration.ofMillis(500);

    private final Supplier<Consumer<byte[], byte[]>> consumers;

    /** @param consumers in no group, of what is committed */
    EventsTopic(Supplier<Consumer<byte[], byte[]>> consumers) {
        this.consumers = consumers;
    }

    /**
     * The record of a place; absent if it is no longer kept.
     *
     * @param place partition and offset with a dash between
     * @throws DeskAwayException if Kafka does not say
     */
    Optional<ConsumerRecord<byte[], byte[]>> at(String place) {
        String[] parts = place.split("-", 2);
        var partition = new TopicPartition(Topics.EVENTS, Integer.parseInt(parts[0]));
        long offset = Long.parseLong(parts[1]);
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            consumer.assign(List.of(partition));
            long begin = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            if (offset < begin) {
                return Optional.empty();
            }
            consumer.seek(partition, offset);
            while (consumer.position(partition) <= offset && offset < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    if (record.offset() == offset) {
                        return Optional.of(record);
                    }
                }
            }
            return Optional.empty();
        } catch (KafkaException e) {
            throw new DeskAwayException("estafette.events cannot be read: " + e.getMessage(), e);
        }
    }
}
