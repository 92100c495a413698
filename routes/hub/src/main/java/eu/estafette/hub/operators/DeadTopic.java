package eu.estafette.hub.operators;

import eu.estafette.console.problem.DeskAwayException;
import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;

/** Dead letters that nobody could read, as they lie on {@code estafette.dead.<party>}: each under its place on the lane. */
final class DeadTopic {

    private static final Pattern PLACE = Pattern.compile("-(\\d{1,9})-\\d{1,18}");
    private static final Duration POLL = Duration.ofMillis(500);

    private final Supplier<Consumer<byte[], byte[]>> consumers;

    /** @param consumers in no group, of what is committed */
    DeadTopic(Supplier<Consumer<byte[], byte[]>> consumers) {
        this.consumers = consumers;
    }

    /** In which partition of its party's lane it lay; absent of a notice's own id. */
    static Optional<Integer> partitionOf(String party, String id) {
        String lane = Topics.lane(party);
        if (!id.startsWith(lane)) {
            return Optional.empty();
        }
        Matcher place = PLACE.matcher(id.substring(lane.length()));
        return place.matches() ? Optional.of(Integer.valueOf(place.group(1))) : Optional.empty();
    }

    /**
     * Its bytes; absent if it is resolved, or is a notice with an id of its own. Reads all that is dead in the partition.
     *
     * @throws DeskAwayException if Kafka does not say
     */
    Optional<byte[]> bytes(String party, String id) {
        return partitionOf(party, id).flatMap(number -> last(new TopicPartition(Topics.dead(party), number), id));
    }

    private Optional<byte[]> last(TopicPartition partition, String id) {
        try (Consumer<byte[], byte[]> consumer = consumers.get()) {
            consumer.assign(List.of(partition));
            long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
            consumer.seekToBeginning(List.of(partition));
            Optional<ConsumerRecord<byte[], byte[]>> last = Optional.empty();
            while (consumer.position(partition) < end) {
                for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                    boolean isMeant = id.equals(new String(record.key(), StandardCharsets.UTF_8));
                    last = isMeant ? Optional.of(record) : last;
                }
            }
            return last.map(ConsumerRecord::value);
        } catch (KafkaException e) {
            throw new DeskAwayException(partition + " cannot be read: " + e.getMessage(), e);
        }
    }
}
