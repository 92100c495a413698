package eu.estafette.hub.delivery.command;

import eu.estafette.contract.message.LaneCommand;
import eu.estafette.hub.delivery.lane.LanePartition;
import eu.estafette.schemas.Topics;
import eu.estafette.schemas.registry.RegistryException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
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

    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final Deserializer<LaneCommand> commands;
    private Map<TopicPartition, LanePartition> followed = Map.of();
    private @Nullable Consumer<byte[], byte[]> consumer;
    private long againAt = System.nanoTime();

    CommandReader(Supplier<Consumer<byte[], byte[]>> consumers, Deserializer<LaneCommand> commands) {
        this.consumers = consumers;
        this.commands = commands;
    }

    /** These lane partitions run here from now on, and no others. */
    void follow(Collection<LanePartition> lanes) {
        Map<TopicPartition, LanePartition> before = followed;
        followed = lanes.stream().collect(Collectors.toMap(CommandReader::commandsOf, Function.identity()));
        if (consumer != null) {
            Set<TopicPartition> added = new HashSet<>(followed.keySet());
            added.removeIf(commands -> followed.get(commands) == before.get(commands));
            assign(consumer, added);
        }
    }

    /** What has come, if it is time to look. */
    List<Told> look() {
        if (followed.isEmpty() || System.nanoTime() - againAt < 0) {
            return List.of();
        }
        againAt = System.nanoTime() + BETWEEN_LOOKS.toNanos();
        List<Told> read = new ArrayList<>();
        try {
            Consumer<byte[], byte[]> open = open();
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

    private void read(
            Consumer<byte[], byte[]> open,
            TopicPartition partition,
            List<ConsumerRecord<byte[], byte[]>> records,
            List<Told> read) {
        LanePartition lane = followed.get(partition);
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

    private Consumer<byte[], byte[]> open() {
        Consumer<byte[], byte[]> open = consumer;
        if (open == null) {
            open = consumers.get();
            consumer = open;
            assign(open, followed.keySet());
        }
        return open;
    }

    private void assign(Consumer<byte[], byte[]> open, Set<TopicPartition> fromBeginning) {
        open.assign(followed.keySet());
        // of no partitions would mean of all
        if (!fromBeginning.isEmpty()) {
            open.seekToBeginning(fromBeginning);
        }
    }

    private static TopicPartition commandsOf(LanePartition lane) {
        return new TopicPartition(
                Topics.commands(Topics.partyOfLane(lane.id().topic())),
                lane.id().partition());
    }

    @Override
    public void close() {
        Consumer<byte[], byte[]> open = consumer;
        consumer = null;
        if (open != null) {
            open.close(CloseOptions.timeout(Duration.ZERO));
        }
    }
}
