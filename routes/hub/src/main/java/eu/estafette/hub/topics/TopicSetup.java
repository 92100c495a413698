package eu.estafette.hub.topics;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.errors.RebalanceInProgressException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownMemberIdException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Sees to it before any role starts that all topics exist as planned and every group has a place to start from. Several processes may do so
 * at once: what one of them has just done is done for all.
 */
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
        Set<String> existing = Asking.once(admin.listTopics().names());
        List<NewTopic> missing =
                plan.stream().filter(topic -> !existing.contains(topic.name())).toList();
        if (!missing.isEmpty() && !create) {
            throw new TopicsNotAsPlannedException("These topics are missing; make them, or start once with"
                    + " estafette.kafka.create-topics=true: "
                    + missing.stream().map(NewTopic::name).collect(Collectors.joining(", ")));
        }
        create(missing);
        refuseOtherPartitionCounts(plan);
    }

    private void create(List<NewTopic> missing) {
        for (KafkaFuture<Void> made : admin.createTopics(missing).values().values()) {
            try {
                Asking.once(made);
            } catch (KafkaException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw e;
                }
                // another process was quicker; whether it made the topic as we would have is looked at below
            }
        }
    }

    /**
     * Gives a group that never ran its place at the beginning. A group that did run keeps its positions; what it has no position for is
     * new to it. So nothing is ever skipped by a reset.
     *
     * @throws KafkaException also if the group is at work without a position; the message names it
     */
    public void startGroup(String group, Collection<TopicPartition> partitions) {
        Asking.again(() -> start(group, partitions), TopicSetup::isAtWork);
    }

    private KafkaFuture<Void> start(String group, Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> committed =
                Asking.once(admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata());
        List<TopicPartition> without = partitions.stream()
                .filter(partition -> committed.get(partition) == null)
                .toList();
        return without.isEmpty()
                ? KafkaFuture.completedFuture(null)
                : admin.alterConsumerGroupOffsets(group, beginOf(without)).all();
    }

    private Map<TopicPartition, OffsetAndMetadata> beginOf(List<TopicPartition> partitions) {
        Map<TopicPartition, OffsetSpec> earliest = partitions.stream()
                .collect(Collectors.toMap(partition -> partition, partition -> OffsetSpec.earliest()));
        return Asking.once(admin.listOffsets(earliest).all()).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        begin -> new OffsetAndMetadata(begin.getValue().offset())));
    }

    /** Another process, quicker than this one, has given the group its place and begun: that is what the next look finds. */
    private static boolean isAtWork(KafkaException refusal) {
        return refusal.getCause() instanceof UnknownMemberIdException
                || refusal.getCause() instanceof GroupNotEmptyException
                || refusal.getCause() instanceof RebalanceInProgressException;
    }

    /** The partitions of topics that exist. */
    public List<TopicPartition> partitionsOf(Collection<String> topics) {
        return described(topics).values().stream()
                .flatMap(topic -> topic.partitions().stream()
                        .map(partition -> new TopicPartition(topic.name(), partition.partition())))
                .toList();
    }

    /** Waits for those that another broker made a moment ago. */
    private Map<String, TopicDescription> described(Collection<String> topics) {
        return Asking.again(
                () -> admin.describeTopics(topics).allTopicNames(),
                refusal -> refusal.getCause() instanceof UnknownTopicOrPartitionException);
    }

    private void refuseOtherPartitionCounts(Collection<NewTopic> plan) {
        Map<String, TopicDescription> found =
                described(plan.stream().map(NewTopic::name).toList());
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
}
