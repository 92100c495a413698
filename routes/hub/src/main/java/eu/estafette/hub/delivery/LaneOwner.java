package eu.estafette.hub.delivery;

import eu.estafette.hub.delivery.LaneLoader.Loaded;
import eu.estafette.hub.delivery.lane.LanePartition;
import eu.estafette.hub.delivery.lane.LaneRecord;
import eu.estafette.hub.delivery.lane.LaneStart;
import eu.estafette.hub.delivery.parking.Left;
import eu.estafette.hub.delivery.time.Clocks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which lane partitions are ours, from assignment to release. A partition stands still until its position and ledger are read, which
 * happens beside the poll thread. Confined to the poll thread but for that reading.
 */
final class LaneOwner {

    private static final Logger log = LoggerFactory.getLogger(LaneOwner.class);

    private final Consumer<byte[], byte[]> consumer;
    private final Lanes lanes;
    private final LaneLoader loader;
    private final int readOnce;
    private final RecallReader recalls;
    private final Clocks clocks;
    private final Map<TopicPartition, LanePartition> owned = new HashMap<>();

    /** @param readAhead that any owner of these lanes has */
    LaneOwner(
            Consumer<byte[], byte[]> consumer,
            Lanes lanes,
            LaneLoader loader,
            int readAhead,
            RecallReader recalls,
            Clocks clocks) {
        this.consumer = consumer;
        this.lanes = lanes;
        this.loader = loader;
        // it stops reading there, when it has read another poll's worth at most
        this.readOnce = 2 * readAhead;
        this.recalls = recalls;
        this.clocks = clocks;
    }

    void own(Collection<TopicPartition> assigned) {
        if (assigned.isEmpty()) {
            return;
        }
        // a position of its own, though it is not read from: without one the consumer would look for one, and fail
        // where none is committed
        consumer.pause(assigned);
        assigned.forEach(id -> consumer.seek(id, 0));
        List<LanePartition> partitions =
                assigned.stream().map(id -> new LanePartition(id, clocks)).toList();
        for (LanePartition partition : partitions) {
            owned.put(partition.id(), partition);
            lanes.ofTopic(partition.id().topic()).add(partition);
        }
        recalls.follow(owned.values());
        loader.load(partitions);
    }

    /** Starts the partitions that have been loaded since, and tells which. */
    List<LanePartition> startLoaded() {
        List<LanePartition> started = new ArrayList<>();
        for (Loaded next : loader.loaded()) {
            List<LanePartition> ours =
                    next.partitions().stream().filter(one -> !one.isReleased()).toList();
            if (next.trouble().isPresent()) {
                String trouble = next.trouble().get();
                ours.forEach(partition -> partition.tenure().halt(trouble));
                loader.load(ours);
            } else {
                ours.forEach(partition -> start(partition, next));
                started.addAll(ours);
            }
        }
        return started;
    }

    private void start(LanePartition partition, Loaded loaded) {
        LaneStart start = Objects.requireNonNull(loaded.starts().get(partition.id()), "asked for and not read");
        Left left = Objects.requireNonNull(loaded.left().get(partition.id()), "asked for and not read");
        boolean parks = lanes.ofTopic(partition.id().topic()).terms().parks();
        partition.start(start, left, parks, readOnce);
        if (partition.isRunning()) {
            consumer.seek(partition.id(), start.position());
            consumer.resume(List.of(partition.id()));
        }
        log.atLevel(partition.isRunning() ? org.slf4j.event.Level.INFO : org.slf4j.event.Level.ERROR)
                .addKeyValue("lane", partition.id())
                .addKeyValue("position", start.position())
                .addKeyValue("ledger", start.ledger())
                .addKeyValue("stoppedInOrder", start.lastWrite().closed())
                .addKeyValue("parkedCases", partition.parking().parkedCases())
                .log(start.lost().map(why -> "Lane halted: " + why).orElse("Lane started"));
    }

    void read(ConsumerRecords<byte[], byte[]> records) {
        for (ConsumerRecord<byte[], byte[]> record : records) {
            LanePartition partition = owned.get(new TopicPartition(record.topic(), record.partition()));
            if (partition != null && partition.isRunning()) {
                partition.read(new LaneRecord(record));
            }
        }
    }

    /** Pauses what should not be read now, resumes what should. */
    void pause(int readAhead) {
        Set<TopicPartition> pausedNow = consumer.paused();
        for (LanePartition partition : owned.values()) {
            List<TopicPartition> id = List.of(partition.id());
            boolean wanted = lanes.ofTopic(partition.id().topic()).wants(partition, readAhead);
            boolean paused = pausedNow.contains(partition.id());
            if (wanted && paused) {
                consumer.resume(id);
            } else if (!wanted && !paused) {
                consumer.pause(id);
            }
        }
    }

    void halt(Collection<TopicPartition> ids, String why) {
        consumer.pause(ids);
        ours(ids).forEach(partition -> partition.tenure().halt(why));
    }

    /** No call of these starts any more. */
    void stop(Collection<TopicPartition> ids) {
        ours(ids).forEach(partition -> partition.tenure().stop());
    }

    /** Those that were opened and have nothing under way. */
    List<LanePartition> toClose(Collection<TopicPartition> ids) {
        return ours(ids)
                .filter(partition -> partition.tenure().isOpened() && !partition.isCalling())
                .toList();
    }

    boolean isCalling(Collection<TopicPartition> ids) {
        return ours(ids).anyMatch(LanePartition::isCalling);
    }

    /** They are somebody else's. */
    void release(Collection<TopicPartition> ids) {
        for (TopicPartition id : ids) {
            LanePartition partition = owned.remove(id);
            if (partition != null) {
                partition.tenure().release();
                lanes.ofTopic(id.topic()).remove(partition);
            }
        }
        recalls.follow(owned.values());
    }

    Collection<TopicPartition> all() {
        return List.copyOf(owned.keySet());
    }

    private Stream<LanePartition> ours(Collection<TopicPartition> ids) {
        return owned.values().stream().filter(partition -> ids.contains(partition.id()));
    }
}
