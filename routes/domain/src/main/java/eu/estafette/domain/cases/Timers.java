package eu.estafette.domain.cases;

import eu.estafette.domain.event.ObjectKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * What the case does by itself as time passes. One clock per (name, object); a date that has rung never rings again.
 *
 * @param running  clocks that are yet to ring
 * @param rung     what has rung, for as long as the case lasts
 * @param lastTold the day on which a partner last told something; absent if none has since the case opened
 */
public record Timers(List<Clock> running, List<Clock> rung, Optional<LocalDate> lastTold) {

    public static final Timers NONE = new Timers(List.of(), List.of(), Optional.empty());

    public Timers {
        running = List.copyOf(running);
        rung = List.copyOf(rung);
    }

    /** With this clock in place of an earlier one of its name and object; unless it has rung for that date. */
    public Timers started(Clock clock) {
        if (running.contains(clock)) {
            return this;
        }
        List<Clock> now = new ArrayList<>(running);
        boolean changed = now.removeIf(other -> other.isFor(clock.name(), clock.object()));
        if (!rung.contains(clock)) {
            changed = now.add(clock);
        }
        return changed ? new Timers(now, rung, lastTold) : this;
    }

    public Timers stopped(Predicate<Clock> which) {
        List<Clock> now = new ArrayList<>(running);
        return now.removeIf(which) ? new Timers(now, rung, lastTold) : this;
    }

    public Timers stopped(String name, ObjectKey object) {
        return stopped(clock -> clock.isFor(name, object));
    }

    /** With this clock no longer running, and remembered as rung. */
    public Timers rang(Clock clock) {
        List<Clock> left = new ArrayList<>(running);
        left.remove(clock);
        List<Clock> done = new ArrayList<>(rung);
        done.add(clock);
        return new Timers(left, done, lastTold);
    }

    public Timers toldOn(LocalDate day) {
        return lastTold.filter(day::equals).isPresent() ? this : new Timers(running, rung, Optional.of(day));
    }

    public boolean isRunning(Clock clock) {
        return running.contains(clock);
    }

    public boolean hasRung(Clock clock) {
        return rung.contains(clock);
    }
}
