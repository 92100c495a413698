package eu.estafette.hub.keeping;

import eu.estafette.hub.topics.ClusterFacts;
import eu.estafette.hub.topics.KeptRecords;
import eu.estafette.schemas.Topics;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Removes from {@code estafette.events}, the lanes and their ledgers what nobody needs any more: all before the lowest of where its reader
 * stands, where the age limit lies, and where something begins that is still referred to. Whatever is not known counts as needed. Parked,
 * dead and invalid records are not touched: they go when they are resolved.
 *
 * <p>The read model needs nothing of these topics: it follows the journal, the notices and the cases. Two processes that do this at once do
 * no harm, as each removes what ended.
 */
final class Keeper {

    private static final String SOURCE_OFFSET = "__dlq.errors.offset";
    private static final String SOURCE_PARTITION = "__dlq.errors.partition";
    private static final long ALL = 0;

    private final ClusterFacts cluster;
    private final KeptRecords records;
    private final KeepingSettings settings;
    private final String routerGroup;
    private final String deliveryGroup;

    Keeper(
            ClusterFacts cluster,
            KeptRecords records,
            KeepingSettings settings,
            String routerGroup,
            String deliveryGroup) {
        this.cluster = cluster;
        this.records = records;
        this.settings = settings;
        this.routerGroup = routerGroup;
        this.deliveryGroup = deliveryGroup;
    }

    /**
     * Removes what may go now.
     *
     * @param parties that have lanes
     * @param now     real time, as Kafka's timestamps are
     * @return how many offsets went, by topic
     */
    Map<String, Long> run(Collection<String> parties, Instant now) {
        Map<TopicPartition, Long> bounds = new HashMap<>(ofEvents(now.minus(settings.events())));
        for (String party : parties) {
            bounds.putAll(ofLane(party, now.minus(settings.lanes())));
            bounds.putAll(ofLedger(party, now.minus(settings.lanes())));
        }
        Map<TopicPartition, Long> begins = cluster.begins(bounds.keySet());
        bounds.entrySet().removeIf(bound -> bound.getValue() <= begin(begins, bound.getKey()));
        if (!bounds.isEmpty()) {
            cluster.removeBefore(bounds);
        }
        Map<String, Long> removed = new HashMap<>();
        bounds.forEach(
                (partition, bound) -> removed.merge(partition.topic(), bound - begin(begins, partition), Long::sum));
        return removed;
    }

    /** Routed, old enough, and not what an invalid event's record still points to. */
    private Map<TopicPartition, Long> ofEvents(Instant limit) {
        List<TopicPartition> partitions = cluster.partitions(List.of(Topics.EVENTS));
        Map<TopicPartition, Long> bounds = finished(partitions, routerGroup, limit);
        records.live(Topics.INVALID).forEach((name, invalid) -> {
            // what was never accepted stands on no partition of the events
            if (!name.startsWith(Topics.AT_THE_DOOR)) {
                KeptRecords.number(invalid, SOURCE_PARTITION)
                        .ifPresentOrElse(
                                partition ->
                                        keepFrom(bounds, new TopicPartition(Topics.EVENTS, (int) partition), invalid),
                                () -> bounds.replaceAll((any, bound) -> ALL));
            }
        });
        return bounds;
    }

    /** Delivered or resolved, and old enough; where a dead or parked notice came from stays as long as that is open. */
    private Map<TopicPartition, Long> ofLane(String party, Instant limit) {
        List<TopicPartition> partitions = cluster.partitions(List.of(Topics.lane(party)));
        Map<TopicPartition, Long> bounds = finished(partitions, deliveryGroup, limit);
        for (String topic : List.of(Topics.dead(party), Topics.parked(party))) {
            records.live(topic)
                    .values()
                    .forEach(open -> keepFrom(bounds, new TopicPartition(Topics.lane(party), open.partition()), open));
        }
        return bounds;
    }

    /** An entry holds all that those before it held: the last one stays, whatever its age. */
    private Map<TopicPartition, Long> ofLedger(String party, Instant limit) {
        Map<TopicPartition, Long> last = new HashMap<>();
        records.each(
                List.of(Topics.ledger(party)),
                entry -> last.put(new TopicPartition(entry.topic(), entry.partition()), entry.offset()));
        Map<TopicPartition, Long> young = cluster.firstSince(last.keySet(), limit);
        last.replaceAll((partition, offset) -> Math.min(offset, young.getOrDefault(partition, offset)));
        return last;
    }

    private Map<TopicPartition, Long> finished(List<TopicPartition> partitions, String group, Instant limit) {
        Map<TopicPartition, OffsetAndMetadata> positions = cluster.positions(group);
        Map<TopicPartition, Long> young = cluster.firstSince(partitions, limit);
        Map<TopicPartition, Long> bounds = new HashMap<>();
        for (TopicPartition partition : partitions) {
            OffsetAndMetadata position = positions.get(partition);
            if (position != null) {
                bounds.put(partition, Math.min(position.offset(), young.getOrDefault(partition, position.offset())));
            }
        }
        return bounds;
    }

    private static void keepFrom(
            Map<TopicPartition, Long> bounds, TopicPartition partition, ConsumerRecord<byte[], byte[]> open) {
        OptionalLong needed = KeptRecords.number(open, SOURCE_OFFSET);
        bounds.computeIfPresent(partition, (same, bound) -> Math.min(bound, needed.orElse(ALL)));
    }

    private static long begin(Map<TopicPartition, Long> begins, TopicPartition partition) {
        return Objects.requireNonNull(begins.get(partition));
    }

    /** How often it is looked. */
    Duration every() {
        return settings.every();
    }
}
