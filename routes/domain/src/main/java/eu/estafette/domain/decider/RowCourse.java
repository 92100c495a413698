package eu.estafette.domain.decider;

import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.decision.StepChange;
import eu.estafette.domain.table.Effect;
import eu.estafette.domain.table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the rows make of an event that has been applied: closes, acts, moved steps, informs, phases, in this order. */
final class RowCourse {

    private static final String WAITS_FOR_CONSENT = "WAITS_FOR_CONSENT";

    private final Catalogue catalogue;
    private final DueDates dueDates;
    private final Steps steps;
    private final Closing closing;

    RowCourse(Catalogue catalogue, DueDates dueDates) {
        this.catalogue = catalogue;
        this.dueDates = dueDates;
        this.steps = new Steps(catalogue.steps());
        this.closing = new Closing(catalogue);
    }

    Decision decide(Turn turn) {
        EffectBook book = new EffectBook(steps, turn.draft());
        Writing writing = Writing.of(catalogue, steps, turn);
        Outbox outbox = writing.outbox();
        List<Row> firing = turn.table().firing(turn.event().type(), new CaseFacts(turn));
        List<OpenStep> closed = closing.close(turn, firing);
        new Acting(dueDates, turn, writing.offers()).act(firing);
        new Redirecting(dueDates, turn, writing.moves()).redirect();
        Informing informing = new Informing(catalogue, turn, outbox, writing.materials());
        informing.inform(firing);
        informing.tellReplaced();
        outbox.flush();
        rest(turn, firing);
        book.note(turn.object(), turn.event().line(), firing);
        return new Decision(
                new Outcome.Routed(outbox.isWaiting() ? Optional.of(WAITS_FOR_CONSENT) : Optional.empty()),
                Optional.of(turn.draft().toCase()),
                outbox.notices(),
                changes(turn, closed, outbox),
                firing.stream().map(Row::id).toList());
    }

    private static void rest(Turn turn, List<Row> firing) {
        for (Row row : firing) {
            for (Effect effect : row.effects()) {
                if (effect instanceof Effect.Rest rest) {
                    turn.draft().rest(rest.phase());
                }
            }
        }
    }

    /** What was closed and opened again by the same event was renewed, not closed. */
    private List<StepChange> changes(Turn turn, List<OpenStep> closed, Outbox outbox) {
        List<StepChange> changes = new ArrayList<>();
        closed.stream()
                .filter(step ->
                        steps.find(turn.draft(), step.code(), step.object()).isEmpty())
                .forEach(step -> changes.add(new StepChange(step, StepChange.Change.CLOSED)));
        changes.addAll(outbox.steps());
        return changes;
    }
}
