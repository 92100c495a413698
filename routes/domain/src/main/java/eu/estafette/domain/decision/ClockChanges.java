package eu.estafette.domain.decision;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.Clock;
import eu.estafette.domain.cases.Timers;
import java.util.ArrayList;
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
        return between(
                before.map(Case::timers).orElse(Timers.NONE).running(),
                after.timers().running());
    }

    public static ClockChanges between(List<Clock> then, List<Clock> now) {
        return then.equals(now) ? NONE : new ClockChanges(minus(now, then), minus(then, now));
    }

    private static List<Clock> minus(List<Clock> these, List<Clock> those) {
        List<Clock> left = new ArrayList<>();
        for (Clock clock : these) {
            if (!those.contains(clock)) {
                left.add(clock);
            }
        }
        return left;
    }
}
