package eu.estafette.hub.delivery;

import eu.estafette.hub.delivery.lane.LanePartition;
import eu.estafette.hub.delivery.lane.LaneRecord;
import eu.estafette.hub.delivery.lane.LaneStart;
import eu.estafette.hub.delivery.lane.LaneStarts;
import eu.estafette.hub.delivery.time.Clocks;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
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

    private record Loaded(
            List<LanePartition> partitions, Map<TopicPartition, LaneStart> starts, Optional<String> trouble) {}

    private static final Logger log = LoggerFactory.getLogger(LaneOwner.class);
    private static final Duration LOAD_AGAIN = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final Lanes lanes;
    private final LaneStarts starts;
    private final RecallReader recalls;
    private final Clocks clocks;
    private final Map<TopicPartition, LanePartition> owned = new HashMap<>();
    private final Queue<Loaded> loaded = new ConcurrentLinkedQueue<>();

    LaneOwner(Consumer<byte[], byte[]> consumer, Lanes lanes, LaneStarts starts, RecallReader recalls, Clocks clocks) {
        this.consumer = consumer;
        this.lanes = lanes;
        this.starts = starts;
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
        load(partitions);
    }

    /** Starts the partitions that have been loaded since. */
    void startLoaded() {
        for (Loaded next = loaded.poll(); next != null; next = loaded.poll()) {
            List<LanePartition> ours =
                    next.partitions().stream().filter(one -> !one.isReleased()).toList();
            if (next.trouble().isPresent()) {
                String trouble = next.trouble().get();
                ours.forEach(partition -> partition.halt(trouble));
                load(ours);
            } else {
                Map<TopicPartition, LaneStart> known = next.starts();
                ours.forEach(partition ->
                        Optional.ofNullable(known.get(partition.id())).ifPresent(start -> start(partition, start)));
            }
        }
    }

    private void start(LanePartition partition, LaneStart start) {
        partition.start(start);
        if (partition.isRunning()) {
            consumer.seek(partition.id(), start.position());
            consumer.resume(List.of(partition.id()));
        }
        log.atLevel(partition.isRunning() ? org.slf4j.event.Level.INFO : org.slf4j.event.Level.ERROR)
                .addKeyValue("lane", partition.id())
                .addKeyValue("position", start.position())
                .addKeyValue("ledger", start.ledger())
                .log(start.lost().map(why -> "Lane halted: " + why).orElse("Lane started"));
    }

    /** Reads positions and ledgers without holding up the poll thread. */
    private void load(List<LanePartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        Thread.ofVirtual().name("delivery-load").start(() -> loaded.add(loadNow(partitions)));
    }

    private Loaded loadNow(List<LanePartition> partitions) {
        try {
            return new Loaded(
                    partitions,
                    starts.read(partitions.stream().map(LanePartition::id).toList()),
                    Optional.empty());
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("lanes", partitions.size())
                    .setCause(e)
                    .log("Position or ledger cannot be read; the lanes wait, and it is tried again");
            pause();
            return new Loaded(
                    partitions, Map.of(), Optional.of("position or ledger cannot be read: " + e.getMessage()));
        }
    }

    private static void pause() {
        try {
            Thread.sleep(LOAD_AGAIN);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
        ours(ids).forEach(partition -> partition.halt(why));
    }

    /** No call of these starts any more. */
    void stop(Collection<TopicPartition> ids) {
        ours(ids).forEach(LanePartition::stop);
    }

    boolean isCalling(Collection<TopicPartition> ids) {
        return ours(ids).anyMatch(LanePartition::isCalling);
    }

    /** They are somebody else's. */
    void release(Collection<TopicPartition> ids) {
        for (TopicPartition id : ids) {
            LanePartition partition = owned.remove(id);
            if (partition != null) {
                partition.release();
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
