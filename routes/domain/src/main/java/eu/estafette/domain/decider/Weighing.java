package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.decision.StepChange;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.table.Row;
import java.util.List;

/**
 * A fact that is weighed anew.
 *
 * @param lead    the line that tells it, with the effects it had
 * @param firing  the rows that match now
 * @param changes what the content showed before, and shows now
 */
record Weighing(Turn turn, LineHistory lead, List<Row> firing, ViewChanges changes, Workbench bench) {

    CaseObject object() {
        return turn.draft().object(turn.object()).orElseThrow();
    }

    boolean isMatched(OpenStep step) {
        if (step.object().family().equals(Family.APPOINTMENT.code())
                && !step.object().equals(turn.object())) {
            // it is about an appointment in the time of this work
            return turn.draft()
                    .object(step.object())
                    .filter(appointment -> WorkingTime.meets(object().content(), appointment.content()))
                    .isPresent();
        }
        return step.rule()
                .filter(rule -> firing.stream().anyMatch(row -> row.id().equals(rule)))
                .isPresent();
    }

    /** Whether the step was opened by the fact that is corrected, and by nothing since. */
    boolean isOwn(OpenStep step) {
        return step.event() >= since() && object().isCausedBy(lead.line(), step.event());
    }

    long since() {
        return lead.told().orElseThrow().since();
    }

    boolean firedBefore(Row row) {
        return lead.effects().rows().contains(row.id());
    }

    void close(OpenStep step) {
        turn.draft().steps().remove(step);
        bench.outbox().changed(step, StepChange.Change.CLOSED);
    }
}
