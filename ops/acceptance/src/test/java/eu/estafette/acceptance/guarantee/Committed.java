package eu.estafette.acceptance.guarantee;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Reads topics from their beginning to their end as any consumer of committed records would, and counts by the CloudEvents id. */
final class Committed {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final String kafka;

    Committed(String kafka) {
        this.kafka = kafka;
    }

    /** Notices on lanes that are there more than once, with how often. */
    Map<String, Integer> noticesTwice() {
        return twice(topic -> topic.startsWith("estafette.lane."), any -> true);
    }

    /** Receipts of deliveries that are there more than once, with how often. */
    Map<String, Integer> receiptsTwice() {
        return twice("estafette.events"::equals, id -> id.endsWith("|TRANSPORT|1"));
    }

    /**
     * What lies on {@code estafette.events}.
     *
     * @param ids     of the events
     * @param twice   those that are there more than once
     * @param lasting from the first record to the last one, by Kafka's clock
     */
    record Events(Set<String> ids, Set<String> twice, Duration lasting) {}

    Events events() {
        Set<String> ids = new HashSet<>();
        Set<String> twice = new TreeSet<>();
        var times = new LongSummaryStatistics();
        read("estafette.events"::equals, record -> {
            times.accept(record.timestamp());
            if (!ids.add(id(record))) {
                twice.add(id(record));
            }
        });
        return new Events(ids, twice, Duration.ofMillis(times.getMax() - times.getMin()));
    }

    private Map<String, Integer> twice(Predicate<String> topics, Predicate<String> ids) {
        Map<String, Integer> counts = new TreeMap<>();
        read(topics, record -> {
            String id = id(record);
            if (ids.test(id)) {
                counts.merge(id, 1, Integer::sum);
            }
        });
        counts.values().removeIf(count -> count == 1);
        return counts;
    }

    private void read(Predicate<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> each) {
        Map<String, Object> config = Map.of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafka,
                ConsumerConfig.ISOLATION_LEVEL_CONFIG,
                "read_committed",
                ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                false);
        try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> topics.test(topic.getKey()))
                    .flatMap(topic ->
                            topic.getValue().stream().map(one -> new TopicPartition(one.topic(), one.partition())))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException("a transaction stays open: the end of " + ends + " is not reached");
                }
                consumer.poll(Duration.ofMillis(200)).forEach(each);
            }
        }
    }

    private static String id(ConsumerRecord<byte[], byte[]> record) {
        @Nullable Header id = record.headers().lastHeader("ce_id");
        return id == null ? "" : new String(id.value(), StandardCharsets.UTF_8);
    }
}
