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
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** What one poller remembers: what its last committed batches left on {@code estafette.connector-state}. Confined to the poller's thread. */
final class PollerState implements AutoCloseable {

    /** Begins the keys of what was left for the poller by others. */
    static final String INBOX = "inbox/";

    /** Begins the keys of what operators ordered: the poller itself never sees them. */
    static final String ORDERS = "orders/";

    private static final Duration POLL = Duration.ofMillis(200);

    private final String prefix;
    private final int partition;
    private final TopicPartition place;
    private final Consumer<byte[], byte[]> reader;
    private final NavigableMap<String, byte[]> values = new TreeMap<>();

    private PollerState(String poller, int partition, Consumer<byte[], byte[]> reader) {
        this.prefix = poller + "/";
        this.partition = partition;
        this.place = new TopicPartition(Topics.CONNECTOR_STATE, partition);
        this.reader = reader;
        reader.assign(List.of(place));
        reader.seekToBeginning(List.of(place));
    }

    /**
     * Reads all that is committed now.
     *
     * @param reader of its own; closed with this, also if this fails
     */
    static PollerState load(String poller, int partition, Consumer<byte[], byte[]> reader) {
        var state = new PollerState(poller, partition, reader);
        try {
            state.read(state::committed);
            return state;
        } catch (RuntimeException e) {
            state.close();
            throw e;
        }
    }

    /** What was left for the poller and not taken yet, by now. */
    SortedMap<String, byte[]> left() {
        return byNow(INBOX);
    }

    /** What operators ordered and is not carried out yet, by now. */
    SortedMap<String, byte[]> orders() {
        return byNow(ORDERS);
    }

    /**
     * What others write is read again, and only that: of all else this poller is the one writer, and what it committed last may not be
     * readable yet.
     */
    private SortedMap<String, byte[]> byNow(String beginning) {
        read((key, value) -> {
            if (key.startsWith(INBOX) || key.startsWith(ORDERS)) {
                committed(key, value);
            }
        });
        return under(beginning);
    }

    /** Goes on from where it stopped. */
    private void read(BiConsumer<String, byte @Nullable []> each) {
        long end = reader.endOffsets(List.of(place)).getOrDefault(place, 0L);
        while (reader.position(place) < end) {
            reader.poll(POLL).forEach(record -> read(record, each));
        }
    }

    private void read(ConsumerRecord<byte[], byte[]> record, BiConsumer<String, byte @Nullable []> each) {
        String key = new String(record.key(), StandardCharsets.UTF_8);
        if (key.startsWith(prefix)) {
            each.accept(key.substring(prefix.length()), record.value());
        }
    }

    /** All whose keys begin so, without that beginning where others wrote them. */
    SortedMap<String, byte[]> under(String beginning) {
        int cut = beginning.equals(INBOX) || beginning.equals(ORDERS) ? beginning.length() : 0;
        SortedMap<String, byte[]> found = new TreeMap<>();
        values.subMap(beginning, beginning + Character.MAX_VALUE)
                .forEach((key, value) -> found.put(key.substring(cut), value.clone()));
        return found;
    }

    Optional<byte[]> get(String key) {
        return Optional.ofNullable(values.get(key)).map(byte[]::clone);
    }

    /** What somebody else leaves for a poller. */
    static ProducerRecord<byte[], byte[]> letter(String poller, int partition, String key, byte[] value) {
        return of(poller, partition, INBOX + key, value);
    }

    /** What an operator orders. */
    static ProducerRecord<byte[], byte[]> order(String poller, int partition, String key, byte[] value) {
        return of(poller, partition, ORDERS + key, value);
    }

    private static ProducerRecord<byte[], byte[]> of(String poller, int partition, String key, byte[] value) {
        byte[] whole = (poller + "/" + key).getBytes(StandardCharsets.UTF_8);
        return new ProducerRecord<>(Topics.CONNECTOR_STATE, partition, whole, value);
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

    @Override
    public void close() {
        reader.close(CloseOptions.timeout(Duration.ZERO));
    }
}
