package eu.estafette.hub.delivery.lane;

import eu.estafette.hub.delivery.time.Clocks;
import eu.estafette.hub.delivery.time.Due;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.SequencedSet;

/**
 * What waits, in a queue per case: first in, first out, and one of each case in flight at most. Cases take turns; one whose notice is to
 * go again goes to the end of the line, so that a probe is not spent on the same notice each time.
 *
 * @param <T> what waits; told apart by {@code equals}
 */
final class CaseQueues<T> {

    private final Map<String, Queue<T>> queues = new HashMap<>();
    private final SequencedSet<String> ready = new LinkedHashSet<>();
    private final Map<String, Due> later = new LinkedHashMap<>();
    private final Clocks clocks;
    private int size;
    private int inFlight;

    CaseQueues(Clocks clocks) {
        this.clocks = clocks;
    }

    void add(String caseId, T item) {
        Queue<T> queue = queues.computeIfAbsent(caseId, unused -> new ArrayDeque<>());
        if (queue.isEmpty()) {
            ready.addLast(caseId);
        }
        queue.add(item);
        size++;
    }

    /** Whether it is some case's turn. */
    boolean isReady() {
        later.entrySet().removeIf(entry -> {
            boolean due = entry.getValue().isPast(clocks);
            if (due) {
                ready.addLast(entry.getKey());
            }
            return due;
        });
        return !ready.isEmpty();
    }

    /** The head of the case whose turn it is; that case then waits until the item is {@link #done} or goes {@link #again}. */
    Optional<T> take() {
        if (!isReady()) {
            return Optional.empty();
        }
        inFlight++;
        return Optional.of(queue(ready.removeFirst()).element());
    }

    /** The item in flight is finished: the case's next has its turn. */
    void done(String caseId) {
        inFlight--;
        size--;
        Queue<T> queue = queue(caseId);
        queue.remove();
        if (queue.isEmpty()) {
            queues.remove(caseId);
        } else {
            ready.addLast(caseId);
        }
    }

    /** The item in flight goes again, before anything else of its case, and not before {@code due}. */
    void again(String caseId, Due due) {
        inFlight--;
        later.put(caseId, due);
    }

    /** Read and not finished, in flight or not. */
    int size() {
        return size;
    }

    int inFlight() {
        return inFlight;
    }

    private Queue<T> queue(String caseId) {
        Queue<T> queue = queues.get(caseId);
        if (queue == null) {
            throw new IllegalStateException("nothing waits for case " + caseId);
        }
        return queue;
    }
}
