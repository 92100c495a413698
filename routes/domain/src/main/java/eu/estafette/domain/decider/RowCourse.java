package eu.estafette.domain.decider;

import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.StepChange;
import eu.estafette.domain.table.Effect;
import eu.estafette.domain.table.Row;
import java.util.ArrayList;
import java.util.List;

/** What the rows make of an event that has been applied: closes, acts, moved steps, informs, clocks, phases, in this order. */
final class RowCourse {

    private final Catalogue catalogue;
    private final DueDates dueDates;
    private final Steps steps;
    private final Closing closing;
    private final Clocks clocks;

    RowCourse(Catalogue catalogue, DueDates dueDates) {
        this.catalogue = catalogue;
        this.dueDates = dueDates;
        this.steps = new Steps(catalogue.steps());
        this.closing = new Closing(catalogue);
        this.clocks = new Clocks(catalogue.clocks());
    }

    Decision decide(Turn turn) {
        return decide(turn, FixedEffect.NONE);
    }

    /** @param fixed what follows from the event whatever the rows say */
    Decision decide(Turn turn, FixedEffect fixed) {
        EffectBook book = new EffectBook(steps, turn.draft());
        Workbench bench = Workbench.of(catalogue, steps, turn);
        Outbox outbox = bench.outbox();
        List<Row> firing = turn.table().firing(turn.event().type(), new CaseFacts(turn));
        List<OpenStep> closed = closing.close(turn, firing);
        new Acting(dueDates, turn, bench.offers()).act(firing);
        new Redirecting(dueDates, turn, bench.moves()).redirect();
        fixed.apply(bench);
        Informing informing = new Informing(catalogue, turn, outbox, bench.materials());
        informing.inform(firing);
        informing.tellReplaced();
        outbox.flush();
        clocks.follow(turn, firing);
        rest(turn, firing);
        List<String> fired = EffectBook.ids(firing);
        book.note(turn.object(), turn.event().line(), firing, fired);
        return Decisions.of(turn, outbox, changes(turn, closed, outbox), fired);
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
        for (OpenStep step : closed) {
            if (steps.find(turn.draft(), step.code(), step.object()).isEmpty()) {
                changes.add(new StepChange(step, StepChange.Change.CLOSED));
            }
        }
        changes.addAll(outbox.steps());
        return changes;
    }
}
