package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.ObjectKey;
import java.util.Optional;

/** What an operator answers to a step that nobody on the case owns. */
final class OperatorAnswer {

    static final String STEP = "stepCode";

    private static final String FAMILY = "stepFamily";
    private static final String KEY = "stepKey";
    private static final String DONE = "DONE";
    private static final String CLOSED = "STEP_CLOSED";

    private OperatorAnswer() {}

    /** The open step that is meant. */
    static Optional<OpenStep> step(Case file, CaseEvent answer) {
        String code = answer.data().text(STEP).orElse("");
        var object = new ObjectKey(
                answer.data().text(FAMILY).orElse(""), answer.data().text(KEY).orElse(""));
        return file.steps().stream()
                .filter(step -> step.isSameAs(code, object, false))
                .findFirst();
    }

    /**
     * Why nothing follows from an answer; absent if something does. That a step is done which is not open any more takes it off the desk,
     * where those stand that expired with the consent they waited for.
     */
    static Optional<Outcome> withoutEffect(Optional<OpenStep> step, CaseEvent answer, Steps steps) {
        String outcome = answer.data().code("outcome").orElse("");
        if (step.isEmpty()) {
            return Optional.of(
                    outcome.equals(DONE) ? new Outcome.Routed(Optional.of(CLOSED)) : new Outcome.Refused(CLOSED));
        }
        if (!step.get().isUnowned()) {
            return Optional.of(new Outcome.Refused("NOT_ENTITLED"));
        }
        return steps.outcomes(step.get().code()).contains(outcome)
                ? Optional.empty()
                : Optional.of(new Outcome.Refused("OUTCOME_NOT_OFFERED"));
    }
}
