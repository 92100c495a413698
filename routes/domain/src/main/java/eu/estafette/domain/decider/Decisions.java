package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.decision.ClockChanges;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.event.CaseEvent;
import java.util.List;
import java.util.Optional;

/** Decisions that tell nobody anything. */
final class Decisions {

    private Decisions() {}

    static Decision without(Outcome outcome, Optional<Case> after) {
        return new Decision(outcome, after, List.of(), List.of(), List.of());
    }

    /** Nobody is told, but what waited need not any more. */
    static Decision releasing(Outcome outcome, Optional<Case> after, List<CaseEvent> released) {
        return new Decision(
                outcome,
                after,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                released,
                List.of(),
                ClockChanges.NONE);
    }
}
