package eu.estafette.hub.delivery.command;

import eu.estafette.contract.message.LaneCommand;
import eu.estafette.hub.delivery.lane.CompanionTopic;
import eu.estafette.hub.delivery.lane.LanePartition;
import eu.estafette.schemas.Topics;
import eu.estafette.schemas.registry.RegistryException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads the commands of the lane partitions owned here, each from the beginning: those that were carried out are known by their progress. What
 * cannot be read now, because Kafka or the registry is away, is read again. Confined to the poll thread, which it does not hold up.
 */
final class CommandReader implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(CommandReader.class);
    private static final Duration AGAIN = Duration.ofSeconds(1);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final CompanionTopic topic;
    private final Deserializer<LaneCommand> commands;
    private long againAt = System.nanoTime();

    CommandReader(Supplier<Consumer<byte[], byte[]>> consumers, Deserializer<LaneCommand> commands) {
        this.topic = new CompanionTopic(consumers, Topics::commands);
        this.commands = commands;
    }

    /** These lane partitions run here from now on, and no others. */
    void follow(Collection<LanePartition> lanes) {
        topic.follow(lanes);
    }

    /** What has come, if it is time to look. */
    List<Told> look() {
        if (topic.isEmpty() || System.nanoTime() - againAt < 0) {
            return List.of();
        }
        againAt = System.nanoTime() + BETWEEN_LOOKS.toNanos();
        List<Told> read = new ArrayList<>();
        try {
            Consumer<byte[], byte[]> open = topic.consumer();
            var records = open.poll(Duration.ZERO);
            for (TopicPartition partition : records.partitions()) {
                read(open, partition, records.records(partition), read);
            }
        } catch (RuntimeException e) {
            log.warn("Operators' commands cannot be read; it is tried again", e);
            close();
            againAt = System.nanoTime() + AGAIN.toNanos();
        }
        return read;
    }

    /** Whether all commands of the lane partition that stand on the topic were read; asks nobody. */
    boolean isReadUp(LanePartition lane) {
        // while Kafka is away there is none, and what was read by the one before is read again
        return topic.isOpen() && topic.consumer().currentLag(topic.of(lane)).equals(OptionalLong.of(0));
    }

    private void read(
            Consumer<byte[], byte[]> open,
            TopicPartition partition,
            List<ConsumerRecord<byte[], byte[]>> records,
            List<Told> read) {
        LanePartition lane = topic.lane(partition);
        for (ConsumerRecord<byte[], byte[]> record : records) {
            if (lane == null) {
                return;
            }
            try {
                read.add(told(lane, record));
            } catch (RegistryException e) {
                log.warn("A command cannot be read because of the registry; it is tried again", e);
                open.seek(partition, record.offset());
                againAt = System.nanoTime() + AGAIN.toNanos();
                return;
            }
        }
    }

    @SuppressWarnings("NullAway") // Kafka's key and value may be null whatever their type says
    private Told told(LanePartition lane, ConsumerRecord<byte[], byte[]> record) {
        String id = record.key() == null
                ? record.topic() + "-" + record.partition() + "-" + record.offset()
                : new String(record.key(), StandardCharsets.UTF_8);
        if (record.value() == null) {
            return new Told.Garbled(lane, id, "it has no value");
        }
        try {
            return new Told.Order(lane, commands.deserialize(record.topic(), record.value()));
        } catch (RegistryException e) {
            if (isRegistrysTrouble(e.fault())) {
                throw e;
            }
            return new Told.Garbled(lane, id, String.valueOf(e.getMessage()));
        } catch (SerializationException e) {
            return new Told.Garbled(lane, id, String.valueOf(e.getMessage()));
        }
    }

    private static boolean isRegistrysTrouble(RegistryException.Fault fault) {
        return switch (fault) {
            case AWAY, NOT_AUTHENTICATED, NOT_A_REGISTRY -> true;
            case UNKNOWN, INCOMPATIBLE, INVALID, ID_REUSED, UNREADABLE -> false;
        };
    }

    @Override
    public void close() {
        topic.close();
    }
}
