package eu.estafette.console.readmodel;

import eu.estafette.schemas.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The followed topics, all partitions, read from where the read model stands. Not thread-safe. */
final class TopicFeed implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(TopicFeed.class);
    private static final List<String> FOLLOWED = List.of(Topics.JOURNAL, Topics.NOTICES, Topics.CASES, Topics.INVALID);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER = Duration.ofSeconds(5);

    private final Consumer<byte[], byte[]> consumer;

    TopicFeed(Consumer<byte[], byte[]> consumer) {
        this.consumer = consumer;
    }

    /**
     * Takes all partitions and goes to their positions; a partition without one starts at its beginning.
     *
     * @return where each partition starts
     * @throws NotFollowableException if a topic does not exist yet, or ends before the position
     */
    Map<TopicPartition, Long> start(Map<TopicPartition, Long> stored) {
        List<TopicPartition> partitions = partitions();
        consumer.assign(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions, ANSWER);
        Map<TopicPartition, Long> start = new HashMap<>();
        consumer.beginningOffsets(partitions, ANSWER).forEach((partition, beginning) -> {
            long position = stored.getOrDefault(partition, beginning);
            check(partition, position, beginning, ends.getOrDefault(partition, beginning));
            consumer.seek(partition, Math.max(position, beginning));
            start.put(partition, position);
        });
        return start;
    }

    /** The next records, those of a partition in order; empty if nothing came within a fifth of a second. */
    List<ConsumerRecord<byte[], byte[]>> poll() {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        consumer.poll(POLL).forEach(records::add);
        return records;
    }

    /**
     * How many offsets of each topic are still to be read.
     *
     * @throws org.apache.kafka.common.errors.TimeoutException if Kafka does not answer
     */
    Map<String, Long> behind() {
        Map<String, Long> behind = new TreeMap<>();
        consumer.endOffsets(consumer.assignment(), ANSWER)
                .forEach((partition, end) ->
                        behind.merge(partition.topic(), Math.max(0, end - consumer.position(partition)), Long::sum));
        return behind;
    }

    @Override
    public void close() {
        consumer.close();
    }

    private static void check(TopicPartition partition, long position, long beginning, long end) {
        if (position > end) {
            throw new NotFollowableException(
                    "The read model stands at %d of %s, which ends at %d: the topic was made anew."
                                    .formatted(position, partition, end)
                            + " Empty the read model's tables and it is rebuilt.");
        }
        if (position < beginning) {
            log.atWarn()
                    .addKeyValue("partition", partition)
                    .addKeyValue("records", beginning - position)
                    .log("records were removed before the read model had them");
        }
    }

    private List<TopicPartition> partitions() {
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : FOLLOWED) {
            @Nullable List<PartitionInfo> found = consumer.partitionsFor(topic, ANSWER);
            if (found == null || found.isEmpty()) {
                throw new NotFollowableException(
                        "Topic " + topic + " does not exist yet; the read model waits for it.");
            }
            found.forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        }
        return partitions;
    }
}
