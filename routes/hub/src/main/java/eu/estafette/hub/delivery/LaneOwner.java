package eu.estafette.hub.delivery;

import eu.estafette.hub.delivery.lane.LanePartition;
import eu.estafette.hub.delivery.lane.LaneRecord;
import eu.estafette.hub.delivery.lane.LaneStart;
import eu.estafette.hub.delivery.lane.LaneStarts;
import eu.estafette.hub.delivery.parking.Left;
import eu.estafette.hub.delivery.parking.ParkingReader;
import eu.estafette.hub.delivery.time.Clocks;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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
            List<LanePartition> partitions,
            Map<TopicPartition, LaneStart> starts,
            Map<TopicPartition, Left> left,
            Optional<String> trouble) {}

    private static final Logger log = LoggerFactory.getLogger(LaneOwner.class);
    private static final Duration LOAD_AGAIN = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final Lanes lanes;
    private final LaneStarts starts;
    private final ParkingReader parked;
    private final int readOnce;
    private final RecallReader recalls;
    private final Clocks clocks;
    private final Map<TopicPartition, LanePartition> owned = new HashMap<>();
    private final Queue<Loaded> loaded = new ConcurrentLinkedQueue<>();

    /** @param readAhead that any owner of these lanes has */
    LaneOwner(
            Consumer<byte[], byte[]> consumer,
            Lanes lanes,
            LaneStarts starts,
            ParkingReader parked,
            int readAhead,
            RecallReader recalls,
            Clocks clocks) {
        this.consumer = consumer;
        this.lanes = lanes;
        this.starts = starts;
        this.parked = parked;
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
        load(partitions);
    }

    /** Starts the partitions that have been loaded since, and tells which. */
    List<LanePartition> startLoaded() {
        List<LanePartition> started = new ArrayList<>();
        for (Loaded next = loaded.poll(); next != null; next = loaded.poll()) {
            List<LanePartition> ours =
                    next.partitions().stream().filter(one -> !one.isReleased()).toList();
            if (next.trouble().isPresent()) {
                String trouble = next.trouble().get();
                ours.forEach(partition -> partition.halt(trouble));
                load(ours);
            } else {
                Loaded known = next;
                ours.forEach(partition -> start(partition, known));
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

    /** Reads positions and ledgers without holding up the poll thread. */
    private void load(List<LanePartition> partitions) {
        if (partitions.isEmpty()) {
            return;
        }
        Thread.ofVirtual().name("delivery-load").start(() -> loaded.add(loadNow(partitions)));
    }

    /** Park state after positions: once those are stable, nobody but us can write it. */
    private Loaded loadNow(List<LanePartition> partitions) {
        try {
            List<TopicPartition> ids =
                    partitions.stream().map(LanePartition::id).toList();
            Map<TopicPartition, LaneStart> known = starts.read(ids);
            return new Loaded(partitions, known, parked.read(ids), Optional.empty());
        } catch (RuntimeException e) {
            log.atError()
                    .addKeyValue("lanes", partitions.size())
                    .setCause(e)
                    .log("Position, ledger or park state cannot be read; the lanes wait, and it is tried again");
            pause();
            String trouble = "position, ledger or park state cannot be read: " + e.getMessage();
            return new Loaded(partitions, Map.of(), Map.of(), Optional.of(trouble));
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

    /** Those that were opened and have nothing under way. */
    List<LanePartition> toClose(Collection<TopicPartition> ids) {
        return ours(ids)
                .filter(partition -> partition.isOpened() && !partition.isCalling())
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
