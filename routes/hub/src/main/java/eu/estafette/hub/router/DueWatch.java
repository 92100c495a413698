package eu.estafette.hub.router;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/**
 * What is due in the partitions that this process routes, for whoever moves the hub's time: when something falls due next, and whether all
 * that fell due has been routed. Thread-safe.
 */
public final class DueWatch {

    private final Map<Integer, Instant> nextOf = new HashMap<>();
    private final Map<String, Integer> raised = new HashMap<>();
    private long routed;

    /** When something falls due next in any partition. */
    public synchronized Optional<Instant> next() {
        return nextOf.values().stream().min(Instant::compareTo);
    }

    /** How many events that the hub raised have been routed since the start. */
    public synchronized long routed() {
        return routed;
    }

    /**
     * Waits until nothing is due by that time any more and all that was raised is routed.
     *
     * @return whether it came to that in time
     */
    public synchronized boolean awaitRouted(Instant time, Duration atMost) throws InterruptedException {
        BooleanSupplier done = () ->
                raised.isEmpty() && next().filter(due -> !due.isAfter(time)).isEmpty();
        long end = System.nanoTime() + atMost.toNanos();
        while (!done.getAsBoolean()) {
            long left = Duration.ofNanos(end - System.nanoTime()).toMillis();
            if (left <= 0) {
                return false;
            }
            wait(left);
        }
        return true;
    }

    synchronized void isNext(int partition, Optional<Instant> time) {
        time.ifPresentOrElse(due -> nextOf.put(partition, due), () -> nextOf.remove(partition));
        notifyAll();
    }

    /** @param event its id; one that is raised again after an aborted transaction has the same */
    synchronized void isRaised(int partition, String event) {
        raised.put(event, partition);
    }

    synchronized void isRouted(String event) {
        if (raised.remove(event) != null) {
            routed++;
            notifyAll();
        }
    }

    /** The partition is routed elsewhere from now on. */
    synchronized void isLeft(int partition) {
        nextOf.remove(partition);
        raised.values().removeIf(of -> of == partition);
        notifyAll();
    }
}
