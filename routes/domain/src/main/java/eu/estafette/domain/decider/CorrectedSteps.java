package eu.estafette.domain.decider;

import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.table.Effect;
import eu.estafette.domain.table.Row;
import java.util.List;

/** What becomes of the steps of a fact that is weighed anew. */
final class CorrectedSteps {

    private final Catalogue catalogue;
    private final DueDates dueDates;
    private final Steps steps;
    private final Closing closing;

    CorrectedSteps(Catalogue catalogue, DueDates dueDates) {
        this.catalogue = catalogue;
        this.dueDates = dueDates;
        this.steps = new Steps(catalogue.steps());
        this.closing = new Closing(catalogue);
    }

    /** The steps of the fact whose rows no longer match. */
    static void closeUnmatched(Weighing weighing) {
        for (OpenStep step : List.copyOf(weighing.turn().draft().steps())) {
            if (weighing.isOwn(step) && !weighing.isMatched(step)) {
                weighing.close(step);
            }
        }
    }

    /** What the fact, told like this at first, would have closed; what came after it stays. */
    void closeEarlier(Weighing weighing) {
        for (OpenStep step : List.copyOf(weighing.turn().draft().steps())) {
            if (step.event() < weighing.since() && closing.closes(weighing.turn(), weighing.firing(), step)) {
                weighing.close(step);
            }
        }
    }

    void act(Weighing weighing, Openers openers) {
        Turn turn = weighing.turn();
        Offers offers = weighing.bench().offers();
        Acting acting = new Acting(dueDates, turn, offers);
        for (Row row : weighing.firing()) {
            for (Effect effect : row.effects()) {
                if (effect instanceof Effect.Act(String code) && weighing.firedBefore(row)) {
                    steps.find(turn.draft(), code, turn.object())
                            .filter(weighing::isOwn)
                            .ifPresent(step -> renew(weighing, row, step));
                } else if (effect instanceof Effect.Act(String code)) {
                    acting.step(row, code)
                            .filter(step ->
                                    openers.closer(step, weighing.since()).isEmpty())
                            .ifPresent(offers::opened);
                }
            }
        }
    }

    /** The step stays with its owner, who gets the new content with a new date. */
    private void renew(Weighing weighing, Row row, OpenStep step) {
        boolean shown = weighing.bench()
                .offers()
                .viewOf(step)
                .filter(weighing.changes()::touch)
                .isPresent();
        if (shown && !step.isUnowned()) {
            weighing.bench()
                    .offers()
                    .opened(Steps.due(
                            step,
                            dueDates.of(
                                    row.within(),
                                    weighing.turn().content(),
                                    weighing.turn().today())));
        }
    }

    /** What was closed, but told like this at first would not have been. */
    List<OpenStep> reopen(Weighing weighing, Openers openers) {
        List<OpenStep> open = weighing.lead().effects().closed().stream()
                .filter(step -> !closing.closes(weighing.turn(), weighing.firing(), step))
                .filter(step -> !isDisplaced(weighing, step))
                .toList();
        new Reopening(dueDates, steps, weighing.turn(), weighing.bench(), openers).reopen(open);
        return open;
    }

    /** Whether a row that still matches opened the same step anew. */
    private boolean isDisplaced(Weighing weighing, OpenStep step) {
        for (Row row : weighing.firing()) {
            for (Effect effect : row.effects()) {
                if (effect instanceof Effect.Act(String code)
                        && step.isSameAs(
                                code,
                                weighing.turn().object(),
                                catalogue.steps().isCaseWide(code))) {
                    return true;
                }
            }
        }
        return false;
    }
}
