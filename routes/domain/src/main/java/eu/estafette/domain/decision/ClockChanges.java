package eu.estafette.domain.decision;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.Clock;
import eu.estafette.domain.cases.Timers;
import java.util.List;
import java.util.Optional;

/**
 * What an event did to the clocks of the case.
 *
 * @param stopped also those that rang
 */
public record ClockChanges(List<Clock> started, List<Clock> stopped) {

    public static final ClockChanges NONE = new ClockChanges(List.of(), List.of());

    public ClockChanges {
        started = List.copyOf(started);
        stopped = List.copyOf(stopped);
    }

    /** What became of the clocks of a case. */
    public static ClockChanges between(Optional<Case> before, Case after) {
        List<Clock> then = before.map(Case::timers).orElse(Timers.NONE).running();
        List<Clock> now = after.timers().running();
        return then.equals(now) ? NONE : new ClockChanges(minus(now, then), minus(then, now));
    }

    private static List<Clock> minus(List<Clock> these, List<Clock> those) {
        return these.stream().filter(clock -> !those.contains(clock)).toList();
    }
}
