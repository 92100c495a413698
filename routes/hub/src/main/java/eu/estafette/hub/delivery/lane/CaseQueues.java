package eu.estafette.hub.delivery.lane;

import eu.estafette.hub.delivery.time.Clocks;
import eu.estafette.hub.delivery.time.Due;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.function.Predicate;

/**
 * What waits, in a queue per case: first in, first out, and one of each case in flight at most. Cases take turns; one whose notice is to
 * go again goes to the end of the line, so that a probe is not spent on the same notice each time.
 *
 * @param <T> what waits; told apart by {@code equals}
 */
final class CaseQueues<T> {

    private final Map<String, Deque<T>> queues = new HashMap<>();
    private final Map<String, T> inFlight = new HashMap<>();
    private final SequencedSet<String> ready = new LinkedHashSet<>();
    private final Map<String, Due> later = new LinkedHashMap<>();
    private final Clocks clocks;
    private int size;

    CaseQueues(Clocks clocks) {
        this.clocks = clocks;
    }

    void add(String caseId, T item) {
        queue(caseId).addLast(item);
        added(caseId);
    }

    /** It goes before all that waits of its case, but for what is in flight. */
    void addFirst(String caseId, T item) {
        queue(caseId).addFirst(item);
        added(caseId);
    }

    private void added(String caseId) {
        size++;
        if (!inFlight.containsKey(caseId) && !later.containsKey(caseId)) {
            // where it is ready already it keeps its turn
            ready.add(caseId);
        }
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
        String caseId = ready.removeFirst();
        T item = queue(caseId).removeFirst();
        inFlight.put(caseId, item);
        forgetIfEmpty(caseId);
        return Optional.of(item);
    }

    /** The item in flight is finished: the case's next has its turn. */
    void done(String caseId) {
        landed(caseId);
        size--;
        if (queues.containsKey(caseId)) {
            ready.addLast(caseId);
        }
    }

    /** The item in flight goes again, before anything else of its case, and not before {@code due}. */
    void again(String caseId, Due due) {
        queue(caseId).addFirst(landed(caseId));
        later.put(caseId, due);
    }

    /** Takes out what waits of a case and is not in flight. */
    List<T> remove(String caseId, Predicate<T> which) {
        List<T> removed = new ArrayList<>();
        queue(caseId).removeIf(item -> which.test(item) && removed.add(item));
        size -= removed.size();
        forgetIfEmpty(caseId);
        if (!queues.containsKey(caseId)) {
            ready.remove(caseId);
            later.remove(caseId);
        }
        return removed;
    }

    /** Read and not finished, in flight or not. */
    int size() {
        return size;
    }

    int inFlight() {
        return inFlight.size();
    }

    private T landed(String caseId) {
        T item = inFlight.remove(caseId);
        if (item == null) {
            throw new IllegalStateException("nothing is in flight for case " + caseId);
        }
        return item;
    }

    private Deque<T> queue(String caseId) {
        return queues.computeIfAbsent(caseId, unused -> new ArrayDeque<>());
    }

    private void forgetIfEmpty(String caseId) {
        if (queue(caseId).isEmpty()) {
            queues.remove(caseId);
        }
    }
}
