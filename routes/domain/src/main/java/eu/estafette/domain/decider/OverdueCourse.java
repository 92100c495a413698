package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.Fields;
import java.time.Instant;
import java.util.Optional;

/** What follows when the owner of a step did not react in time (domain section 9). */
final class OverdueCourse {

    private static final Outcome NOT_OVERDUE = new Outcome.Routed(Optional.of("NOT_OVERDUE"));

    private final DueDates dueDates;
    private final Steps steps;
    private final RulesetChoice choice;
    private final RowCourse rows;

    OverdueCourse(Catalogue catalogue, DueDates dueDates, RulesetChoice choice, RowCourse rows) {
        this.dueDates = dueDates;
        this.steps = new Steps(catalogue.steps());
        this.choice = choice;
        this.rows = rows;
    }

    Decision decide(Case before, CaseEvent event, Instant now) {
        CaseDraft draft = new CaseDraft(before, Days.of(now));
        Optional<OpenStep> late = event.data()
                .code("step")
                .flatMap(code -> steps.find(draft, code, event.object()))
                .filter(step ->
                        !step.isUnowned() && step.due().equals(event.data().date("since")));
        if (late.isEmpty()) {
            // done, moved or postponed since it was raised
            return Decisions.without(NOT_OVERDUE, Optional.of(before));
        }
        OpenStep step = late.get();
        draft.countEvent();
        Fields known = draft.object(step.object()).map(CaseObject::content).orElse(Fields.NONE);
        Turn turn = new Turn(
                event,
                Days.of(now),
                draft,
                Speaker.ofHub(event.sender()),
                choice.tableFor(draft, now),
                step.object(),
                known.overlaidBy(event.data()),
                RoleChanges.none(before.roles()),
                before.phase(),
                false);
        return rows.decide(turn, bench -> new Silent(dueDates, steps, bench).follow(step));
    }
}
