package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.Clock;
import eu.estafette.domain.cases.Timers;
import eu.estafette.domain.decision.ClockChanges;
import eu.estafette.domain.decision.Decision;
import java.util.List;
import java.util.Optional;

/** Says on a decision what became of the clocks and when the case is next due. */
final class Timing {

    private final Due due;

    Timing(Due due) {
        this.due = due;
    }

    Decision complete(Optional<Case> before, Decision decision) {
        if (decision.after().isEmpty()) {
            return decision;
        }
        Case after = decision.after().get();
        List<Clock> then = before.map(Case::timers).orElse(Timers.NONE).running();
        List<Clock> now = after.timers().running();
        return decision.with(new ClockChanges(minus(now, then), minus(then, now), due.next(after)));
    }

    private static List<Clock> minus(List<Clock> these, List<Clock> those) {
        return these.equals(those)
                ? List.of()
                : these.stream().filter(clock -> !those.contains(clock)).toList();
    }
}
