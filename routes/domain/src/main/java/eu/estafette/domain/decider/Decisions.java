package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.decision.ClockChanges;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.decision.StepChange;
import java.util.List;
import java.util.Optional;

/** Puts decisions together. */
final class Decisions {

    /** Why an event is held of which somebody is to hear only after consent; it is applied all the same. */
    static final String CONSENT = "CONSENT";

    private Decisions() {}

    /** A decision that tells nobody anything. */
    static Decision without(Outcome outcome, Optional<Case> after) {
        return new Decision(outcome, after, List.of(), List.of(), List.of());
    }

    /** What a turn came to. */
    static Decision of(Turn turn, Outbox outbox, List<StepChange> steps, List<String> rules) {
        return new Decision(
                outcome(outbox.holds()),
                Optional.of(turn.draft().toCase()),
                outbox.notices(),
                steps,
                rules,
                outbox.recalls(),
                outbox.holds().changes(),
                List.of(),
                List.of(),
                ClockChanges.NONE);
    }

    /** Held while somebody is to hear of it only after consent. */
    private static Outcome outcome(Holds holds) {
        return holds.until()
                .map(until -> (Outcome) new Outcome.Held(CONSENT, until))
                .orElseGet(() -> new Outcome.Routed(Optional.empty()));
    }
}
