package eu.estafette.hub.topics;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** Sees to it before any role starts that all topics exist as planned and every group has a place to start from. */
public final class TopicSetup {

    private final Admin admin;

    public TopicSetup(Admin admin) {
        this.admin = admin;
    }

    /**
     * Checks the topics against the plan, and makes the missing ones where that is allowed.
     *
     * @param create the local mode makes its own topics; elsewhere whoever runs the cluster does
     * @throws TopicsNotAsPlannedException if topics are missing and may not be made, or have another partition count
     */
    public void ensure(Collection<NewTopic> plan, boolean create) {
        Set<String> existing = await(admin.listTopics().names());
        List<NewTopic> missing =
                plan.stream().filter(topic -> !existing.contains(topic.name())).toList();
        if (!missing.isEmpty() && !create) {
            throw new TopicsNotAsPlannedException("These topics are missing; make them, or start once with"
                    + " estafette.kafka.create-topics=true: "
                    + missing.stream().map(NewTopic::name).collect(Collectors.joining(", ")));
        }
        await(admin.createTopics(missing).all());
        refuseOtherPartitionCounts(
                plan.stream().filter(topic -> existing.contains(topic.name())).toList());
    }

    /**
     * Gives a group that never ran its place at the beginning. A group that did run keeps its positions; what it has no position for is
     * new to it. So nothing is ever skipped by a reset.
     */
    public void startGroup(String group, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                await(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        List<TopicPartition> without = partitions.stream()
                .filter(partition -> committed.get(partition) == null)
                .toList();
        if (without.isEmpty()) {
            return;
        }
        var earliest = await(admin.listOffsets(without.stream()
                        .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.earliest())))
                .all());
        Map<TopicPartition, OffsetAndMetadata> start = new HashMap<>();
        earliest.forEach((partition, offset) -> start.put(partition, new OffsetAndMetadata(offset.offset())));
        await(admin.alterConsumerGroupOffsets(group, start).all());
    }

    /** The partitions of topics that exist. */
    public List<TopicPartition> partitionsOf(Collection<String> topics) {
        return await(admin.describeTopics(topics).allTopicNames()).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    private void refuseOtherPartitionCounts(Collection<NewTopic> plan) {
        Map<String, TopicDescription> found = await(
                admin.describeTopics(plan.stream().map(NewTopic::name).toList()).allTopicNames());
        List<String> faults =
                plan.stream().flatMap(planned -> fault(planned, found).stream()).toList();
        if (!faults.isEmpty()) {
            throw new TopicsNotAsPlannedException(
                    "Partition counts are for ever, since order per case hangs on them: " + String.join("; ", faults));
        }
    }

    private static Optional<String> fault(NewTopic planned, Map<String, TopicDescription> found) {
        return Optional.ofNullable(found.get(planned.name()))
                .map(topic -> topic.partitions().size())
                .filter(partitions -> partitions != planned.numPartitions())
                .map(partitions ->
                        planned.name() + " has " + partitions + " partitions and needs " + planned.numPartitions());
    }

    private static <T> T await(org.apache.kafka.common.KafkaFuture<T> future) {
        try {
            return future.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for Kafka", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("Kafka did not do what the start needs: " + e.getMessage(), e);
        }
    }
}
