package eu.estafette.hub.delivery;

import eu.estafette.hub.delivery.lane.LanePartition;
import eu.estafette.hub.delivery.lane.LaneStart;
import eu.estafette.hub.delivery.lane.LaneStarts;
import eu.estafette.hub.delivery.parking.Left;
import eu.estafette.hub.delivery.parking.ParkingReader;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads what a former owner left of lane partitions, beside the poll thread. What cannot be read is told, so that it is tried again. */
final class LaneLoader {

    /** @param trouble why nothing could be read; absent where all was */
    record Loaded(
            List<LanePartition> partitions,
            Map<TopicPartition, LaneStart> starts,
            Map<TopicPartition, Left> left,
            Optional<String> trouble) {}

    private static final Logger log = LoggerFactory.getLogger(LaneLoader.class);
    private static final Duration LOAD_AGAIN = Duration.ofSeconds(1);

    private final LaneStarts starts;
    private final ParkingReader parked;
    private final Queue<Loaded> loaded = new ConcurrentLinkedQueue<>();

    LaneLoader(LaneStarts starts, ParkingReader parked) {
        this.starts = starts;
        this.parked = parked;
    }

    /** Begins to read; what is found comes with {@link #loaded()}. */
    void load(List<LanePartition> partitions) {
        if (!partitions.isEmpty()) {
            Thread.ofVirtual().name("delivery-load").start(() -> loaded.add(loadNow(partitions)));
        }
    }

    /** What has been read since. */
    List<Loaded> loaded() {
        List<Loaded> since = new ArrayList<>();
        for (Loaded next = loaded.poll(); next != null; next = loaded.poll()) {
            since.add(next);
        }
        return since;
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
}
