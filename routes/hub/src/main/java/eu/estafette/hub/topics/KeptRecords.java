package eu.estafette.hub.topics;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads all that is kept of topics, from their beginning to where they end now; committed records only. In no group. */
public final class KeptRecords {

    private static final Duration POLL = Duration.ofMillis(200);

    private final Map<String, Object> settings;

    /** @param connection bootstrap servers, and what is needed to reach them */
    public KeptRecords(Map<String, Object> connection) {
        Map<String, Object> all = new HashMap<>(connection);
        all.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        all.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        // what is removed while it is read was not needed any more
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        all.put(ConsumerConfig.ALLOW_AUTO_CREATE_TOPICS_CONFIG, false);
        all.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, 5_000);
        settings = Map.copyOf(all);
    }

    /** The records of all partitions of these topics; those of a partition in order. */
    public void each(Collection<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> take) {
        var bytes = new ByteArrayDeserializer();
        try (var consumer = new KafkaConsumer<>(settings, bytes, bytes)) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(one -> new TopicPartition(one.topic(), one.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Predicate<TopicPartition> unread = one -> consumer.position(one) < Objects.requireNonNull(ends.get(one));
            while (partitions.stream().anyMatch(unread)) {
                consumer.poll(POLL).forEach(take);
                consumer.pause(partitions.stream().filter(unread.negate()).toList());
            }
        }
    }

    /** Of each key of a compacted topic the last record; none for what a tombstone ended. */
    public Map<String, ConsumerRecord<byte[], byte[]>> live(String topic) {
        Map<String, ConsumerRecord<byte[], byte[]>> live = new LinkedHashMap<>();
        each(List.of(topic), record -> {
            String key = new String(record.key(), StandardCharsets.UTF_8);
            if (record.value() == null) {
                live.remove(key);
            } else {
                live.put(key, record);
            }
        });
        return live;
    }

    /** A header that holds a number; absent where there is none, or something else. */
    public static OptionalLong number(ConsumerRecord<byte[], byte[]> record, String header) {
        Header found = record.headers().lastHeader(header);
        if (found == null || found.value() == null) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseLong(new String(found.value(), StandardCharsets.UTF_8)));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
