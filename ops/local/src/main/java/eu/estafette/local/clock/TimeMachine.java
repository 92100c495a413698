package eu.estafette.local.clock;

import eu.estafette.hub.router.DueWatch;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Moves the hub's time forward, from one due moment to the next, so that what falls due is decided on the day on which it does. */
final class TimeMachine {

    /** For all that falls due at one moment; a busy machine takes seconds. */
    private static final Duration ROUTED_WITHIN = Duration.ofMinutes(1);

    private final MovableTime time;
    private final DueWatch watch;

    TimeMachine(MovableTime time, DueWatch watch) {
        this.time = time;
        this.watch = watch;
    }

    /** @param rang how many clocks rang and steps were found overdue on the way */
    record Moved(Instant now, long rang) {}

    Instant now() {
        return time.instant();
    }

    /**
     * @throws IllegalStateException if what fell due on the way is not routed within a minute; time then stands at that moment
     */
    synchronized Moved moveTo(Instant target) throws InterruptedException {
        long before = watch.routed();
        for (Optional<Instant> next = dueBy(target); next.isPresent(); next = dueBy(target)) {
            time.moveTo(next.get());
            awaitRouted(next.get());
        }
        time.moveTo(target);
        return new Moved(time.instant(), watch.routed() - before);
    }

    private Optional<Instant> dueBy(Instant target) {
        return watch.next().filter(due -> !due.isAfter(target));
    }

    private void awaitRouted(Instant due) throws InterruptedException {
        if (!watch.awaitRouted(due, ROUTED_WITHIN)) {
            throw new IllegalStateException("what fell due at " + due + " was not routed within " + ROUTED_WITHIN);
        }
    }
}
