package eu.estafette.hub.delivery.command;

import eu.estafette.hub.delivery.lane.LanePartition;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Predicate;

/**
 * Of the lane partitions that were taken over: which ended commands no longer stand on the commands' topic, which keeps them for 30 days. Only
 * those can be forgotten; of one that still stands there its end is all that keeps it from being carried out again. Confined to the poll thread.
 */
final class EndedCommands {

    private final Map<LanePartition, Set<String>> unseen = new HashMap<>();

    /** The partition was taken over; its commands are read from their beginning. */
    void begin(LanePartition partition) {
        Set<String> ended = new HashSet<>(partition.orders().ended());
        if (!ended.isEmpty()) {
            unseen.put(partition, ended);
        }
    }

    /** It still stands on the topic. */
    void seen(Told one) {
        Set<String> ended = unseen.get(one.partition());
        if (ended != null) {
            ended.remove(one.id());
        }
    }

    void release() {
        unseen.keySet().removeIf(partition -> partition.tenure().isReleased());
    }

    /** Gives out what can be forgotten, once for each partition. */
    void forget(Predicate<LanePartition> isReadUp, BiConsumer<LanePartition, Set<String>> forgotten) {
        Iterator<Map.Entry<LanePartition, Set<String>>> each = unseen.entrySet().iterator();
        while (each.hasNext()) {
            Map.Entry<LanePartition, Set<String>> next = each.next();
            if (isReadUp.test(next.getKey())) {
                each.remove();
                if (!next.getValue().isEmpty()) {
                    forgotten.accept(next.getKey(), next.getValue());
                }
            }
        }
    }
}
