package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.table.Row;
import eu.estafette.domain.table.Term;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Opens steps again because what closed them never happened: unless they are open, or would have been closed since by something else. */
final class Reopening {

    private final DueDates dueDates;
    private final Steps steps;
    private final Turn turn;
    private final Moves moves;
    private final Offers offers;
    private final Openers openers;

    Reopening(DueDates dueDates, Steps steps, Turn turn, Workbench bench, Openers openers) {
        this.dueDates = dueDates;
        this.steps = steps;
        this.turn = turn;
        this.moves = bench.moves();
        this.offers = bench.offers();
        this.openers = openers;
    }

    void reopen(List<OpenStep> closed) {
        for (OpenStep step : closed) {
            boolean openAgain =
                    steps.find(turn.draft(), step.code(), step.object()).isPresent();
            if (!openAgain && openers.stands(step)) {
                Optional<LineHistory> closer = openers.closer(step, step.event());
                if (closer.isPresent()) {
                    openers.leaveTo(closer.get(), step);
                } else {
                    owner(step).ifPresent(owner -> reopen(step, owner));
                }
            }
        }
    }

    private void reopen(OpenStep step, Holding owner) {
        Optional<LocalDate> due =
                owner.isOperator() ? Optional.empty() : Optional.of(dueDates.takenOver(due(step), turn.today()));
        offers.reopened(Steps.ownedBy(step, owner, due, step.passed()), openers.cause(step));
    }

    /** Who had it, if still there. */
    private Optional<Holding> owner(OpenStep step) {
        boolean there = turn.draft().roles().stream()
                .anyMatch(held -> held.role() == step.owner() && held.holder().equals(step.holder()));
        return there
                ? Optional.of(new Holding(step.owner(), step.holder()))
                : moves.next(step, step.passed(), List.of());
    }

    private LocalDate due(OpenStep step) {
        Fields content =
                turn.draft().object(step.object()).map(CaseObject::content).orElse(Fields.NONE);
        Term term = moves.row(step).map(Row::within).orElse(Term.NONE);
        return step.due().orElseGet(() -> dueDates.of(term, content, turn.today()));
    }
}
