package eu.estafette.hub.topics;

import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsOptions;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;

/** What Kafka itself tells of topics, groups and brokers. Every question may end in a {@link KafkaException}. */
public final class ClusterFacts {

    private final Admin admin;

    public ClusterFacts(Admin admin) {
        this.admin = admin;
    }

    /** Of all topics that exist. */
    public Set<String> topics() {
        return Asking.once(admin.listTopics().names());
    }

    public Map<ConfigResource, Config> configs(Collection<ConfigResource> resources) {
        return Asking.once(admin.describeConfigs(resources).all());
    }

    public List<String> brokers() {
        return Asking.once(admin.describeCluster().nodes()).stream()
                .map(node -> Integer.toString(node.id()))
                .toList();
    }

    /** Where a group goes on, as far as no transaction is under way that moves it; a partition without a position is left out. */
    public Map<TopicPartition, OffsetAndMetadata> positions(String group) {
        Map<TopicPartition, OffsetAndMetadata> positions = new HashMap<>();
        var stable = new ListConsumerGroupOffsetsOptions().requireStable(true);
        Asking.once(admin.listConsumerGroupOffsets(Map.of(group, new ListConsumerGroupOffsetsSpec()), stable)
                        .partitionsToOffsetAndMetadata(group))
                .forEach((partition, position) -> {
                    if (position != null) {
                        positions.put(partition, position);
                    }
                });
        return positions;
    }

    /** First offset that is kept. */
    public Map<TopicPartition, Long> begins(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.earliest());
    }

    public Map<TopicPartition, Long> ends(Collection<TopicPartition> partitions) {
        return offsets(partitions, OffsetSpec.latest());
    }

    /** First offset of a record whose timestamp is at or after this; a partition that has none is left out. */
    public Map<TopicPartition, Long> firstSince(Collection<TopicPartition> partitions, Instant time) {
        Map<TopicPartition, Long> found = offsets(partitions, OffsetSpec.forTimestamp(time.toEpochMilli()));
        return found.entrySet().stream()
                .filter(one -> one.getValue() >= 0)
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    public List<TopicPartition> partitions(Collection<String> topics) {
        return Asking.once(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    /** Removes all records before these offsets, for ever. */
    public void removeBefore(Map<TopicPartition, Long> offsets) {
        Asking.once(admin.deleteRecords(offsets.entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, one -> RecordsToDelete.beforeOffset(one.getValue()))))
                .all());
    }

    private Map<TopicPartition, Long> offsets(Collection<TopicPartition> partitions, OffsetSpec spec) {
        Map<TopicPartition, OffsetSpec> wanted = partitions.stream().collect(Collectors.toMap(one -> one, any -> spec));
        return Asking.once(admin.listOffsets(wanted).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, found -> found.getValue().offset()));
    }
}
