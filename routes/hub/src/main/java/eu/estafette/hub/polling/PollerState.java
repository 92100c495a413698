package eu.estafette.hub.polling;

import eu.estafette.schemas.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What one poller remembers: what its last committed batches left on {@code estafette.connector-state}. Confined to the poller's thread. */
final class PollerState {

    /** Begins the keys of what was left for the poller by others. */
    static final String INBOX = "inbox/";

    private static final Duration POLL = Duration.ofMillis(200);

    private final String prefix;
    private final int partition;
    private final TopicPartition place;
    private final Supplier<Consumer<byte[], byte[]>> readers;
    private final NavigableMap<String, byte[]> values = new TreeMap<>();
    private long next;

    private PollerState(String poller, int partition, Supplier<Consumer<byte[], byte[]>> readers) {
        this.prefix = poller + "/";
        this.partition = partition;
        this.place = new TopicPartition(Topics.CONNECTOR_STATE, partition);
        this.readers = readers;
    }

    /** Reads all that is committed now. */
    static PollerState load(String poller, int partition, Supplier<Consumer<byte[], byte[]>> readers) {
        var state = new PollerState(poller, partition, readers);
        state.read(state::committed);
        return state;
    }

    /**
     * What was left for the poller and not taken yet, by now. Only that is read again: of all else this poller is the one writer, and what it
     * committed last may not be readable yet.
     */
    SortedMap<String, byte[]> left() {
        read((key, value) -> {
            if (key.startsWith(INBOX)) {
                committed(key, value);
            }
        });
        return under(INBOX);
    }

    /** Goes on from where it stopped. */
    private void read(BiConsumer<String, byte @Nullable []> each) {
        try (Consumer<byte[], byte[]> reader = readers.get()) {
            reader.assign(List.of(place));
            if (next == 0) {
                reader.seekToBeginning(List.of(place));
            } else {
                reader.seek(place, next);
            }
            long end = reader.endOffsets(List.of(place)).getOrDefault(place, 0L);
            while (reader.position(place) < end) {
                reader.poll(POLL).forEach(record -> read(record, each));
            }
            next = reader.position(place);
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> record, BiConsumer<String, byte @Nullable []> each) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (key.startsWith(prefix)) {
            each.accept(key.substring(prefix.length()), record.value());
        }
    }

    /** All whose keys begin so, without that beginning if it is the inbox. */
    SortedMap<String, byte[]> under(String beginning) {
        SortedMap<String, byte[]> found = new TreeMap<>();
        values.subMap(beginning, beginning + Character.MAX_VALUE)
                .forEach((key, value) ->
                        found.put(beginning.equals(INBOX) ? key.substring(INBOX.length()) : key, value.clone()));
        return found;
    }

    Optional<byte[]> get(String key) {
        return Optional.ofNullable(values.get(key)).map(byte[]::clone);
    }

    /** What somebody else leaves for a poller. */
    static ProducerRecord<byte[], byte[]> letter(String poller, int partition, String key, byte[] value) {
        return new ProducerRecord<>(
                Topics.CONNECTOR_STATE,
                partition,
                (poller + "/" + INBOX + key).getBytes(StandardCharsets.UTF_8),
                value);
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
