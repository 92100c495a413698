package eu.estafette.hub.polling;

import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What one poller remembers: what its last committed batches left on {@code estafette.connector-state}. Confined to the poller's thread. */
final class PollerState {

    private static final Duration POLL = Duration.ofMillis(200);

    private final String prefix;
    private final int partition;
    private final Map<String, byte[]> values = new HashMap<>();

    private PollerState(String poller, int partition) {
        this.prefix = poller + "/";
        this.partition = partition;
    }

    /** Reads all that is committed now. */
    static PollerState load(String poller, int partition, Supplier<Consumer<byte[], byte[]>> readers) {
        var state = new PollerState(poller, partition);
        var place = new TopicPartition(Topics.CONNECTOR_STATE, partition);
        try (Consumer<byte[], byte[]> reader = readers.get()) {
            reader.assign(List.of(place));
            reader.seekToBeginning(List.of(place));
            long end = reader.endOffsets(List.of(place)).getOrDefault(place, 0L);
            while (reader.position(place) < end) {
                reader.poll(POLL).forEach(state::read);
            }
        }
        return state;
    }

    private void read(ConsumerRecord<byte[], byte[]> record) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (key.startsWith(prefix)) {
            committed(key.substring(prefix.length()), record.value());
        }
    }

    Optional<byte[]> get(String key) {
        return Optional.ofNullable(values.get(key)).map(byte[]::clone);
    }

    /** @param value null forgets */
    @SuppressWarnings("NullAway") // Kafka's value may be null whatever its type says
    ProducerRecord<byte[], byte[]> record(String key, byte @Nullable [] value) {
        return new ProducerRecord<>(
                Topics.CONNECTOR_STATE, partition, (prefix + key).getBytes(StandardCharsets.UTF_8), value);
    }

    void committed(String key, byte @Nullable [] value) {
        if (value == null) {
            values.remove(key);
        } else {
            values.put(key, value);
        }
    }
}
