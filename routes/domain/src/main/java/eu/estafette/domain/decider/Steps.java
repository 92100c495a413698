package eu.estafette.domain.decider;

import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.catalogue.StepCatalogue;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Changes of open steps. A step is one per object or, case-wide, one per case; opening it again renews it. */
final class Steps {

    private static final List<String> OUTCOMES = List.of("ACCEPTED", "DECLINED", "NEEDS_INFO", "HANDED_ON", "DONE");
    private static final List<String> OUTCOMES_OF_DECISION = OUTCOMES.subList(0, OUTCOMES.size() - 1);

    private final StepCatalogue catalogue;

    Steps(StepCatalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** What may be answered to a step. */
    List<String> outcomes(String code) {
        return catalogue.isDecision(code) ? OUTCOMES_OF_DECISION : OUTCOMES;
    }

    Optional<OpenStep> find(CaseDraft draft, String code, ObjectKey object) {
        int at = indexOf(draft.steps(), code, object);
        return at < 0 ? Optional.empty() : Optional.of(draft.steps().get(at));
    }

    /** Puts a step where its earlier self was, or after the others. */
    void put(CaseDraft draft, OpenStep step) {
        int at = indexOf(draft.steps(), step.code(), step.object());
        if (at < 0) {
            draft.steps().add(step);
        } else {
            draft.steps().set(at, step);
        }
    }

    private int indexOf(List<OpenStep> steps, String code, ObjectKey object) {
        boolean caseWide = catalogue.isCaseWide(code);
        for (int at = 0; at < steps.size(); at++) {
            if (steps.get(at).isSameAs(code, object, caseWide)) {
                return at;
            }
        }
        return -1;
    }

    static OpenStep offeredBy(OpenStep step, int notice) {
        return with(step, step.due(), step.state(), Optional.of(notice), step.overdue());
    }

    static OpenStep taken(OpenStep step) {
        return with(step, step.due(), OpenStep.State.TAKEN, step.notice(), 0);
    }

    static OpenStep due(OpenStep step, LocalDate due) {
        return with(step, Optional.of(due), step.state(), step.notice(), step.overdue());
    }

    /** Overdue once more, with another due date. */
    static OpenStep overdue(OpenStep step, LocalDate due) {
        return with(step, Optional.of(due), step.state(), step.notice(), step.overdue() + 1);
    }

    /** With another owner, to whom it is yet to be offered. */
    static OpenStep ownedBy(OpenStep step, Holding owner, Optional<LocalDate> due, List<Role> passed) {
        return new OpenStep(
                step.code(),
                step.object(),
                owner.role(),
                owner.recipient(),
                due,
                OpenStep.State.OFFERED,
                step.openedOn(),
                step.rule(),
                Optional.empty(),
                step.asker(),
                step.event(),
                passed,
                step.overdue());
    }

    private static OpenStep with(
            OpenStep step, Optional<LocalDate> due, OpenStep.State state, Optional<Integer> notice, int overdue) {
        return new OpenStep(
                step.code(),
                step.object(),
                step.owner(),
                step.holder(),
                due,
                state,
                step.openedOn(),
                step.rule(),
                notice,
                step.asker(),
                step.event(),
                step.passed(),
                overdue);
    }
}
