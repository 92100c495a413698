package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.table.Chain;
import eu.estafette.domain.table.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Gives open steps to others because roles changed: their owner left, or somebody who comes before the owner arrived (domain section 9). */
final class Redirecting {

    private final DueDates dueDates;
    private final Turn turn;
    private final Moves moves;

    Redirecting(DueDates dueDates, Turn turn, Moves moves) {
        this.dueDates = dueDates;
        this.turn = turn;
        this.moves = moves;
    }

    void redirect() {
        Set<Role> changed = turn.roles().changed();
        if (changed.isEmpty()) {
            return;
        }
        Set<Role> filled = turn.roles().filled();
        for (OpenStep step : List.copyOf(turn.draft().steps())) {
            boolean openedJustNow = step.event() == turn.draft().sequence();
            if (!openedJustNow && (hasLostOwner(step, changed) || comesBeforeOwner(step, filled))) {
                redirect(step, filled);
            }
        }
    }

    private boolean hasLostOwner(OpenStep step, Set<Role> changed) {
        return changed.contains(step.owner())
                && turn.draft().roles().stream()
                        .noneMatch(held ->
                                held.role() == step.owner() && held.holder().equals(step.holder()));
    }

    private boolean comesBeforeOwner(OpenStep step, Set<Role> filled) {
        if (step.state() != OpenStep.State.OFFERED) {
            return false;
        }
        Chain chain = moves.chain(step);
        int owner = chain.indexOf(step.owner());
        for (Role role : filled) {
            int at = chain.indexOf(role);
            if (at >= 0 && at < owner) {
                return true;
            }
        }
        return false;
    }

    private void redirect(OpenStep step, Set<Role> filled) {
        List<Role> passed = new ArrayList<>(step.passed());
        passed.removeAll(filled);
        boolean ownerLeft =
                turn.draft().roles().stream().noneMatch(held -> held.holder().equals(step.holder()));
        Optional<Holding> next = moves.next(step, passed, ownerLeft ? List.of(step.holder()) : List.of());
        if (next.isEmpty()) {
            moves.close(step);
        } else if (!next.get().recipient().equals(step.holder()) || next.get().role() != step.owner()) {
            moves.move(step, next.get(), dueDates.takenOver(due(step), turn.today()), passed);
            moves.tellFormer(step, next.get());
        }
    }

    /** A step that had no date, because nobody owned it, gets the one it would have if it were opened now. */
    private LocalDate due(OpenStep step) {
        Fields content =
                turn.draft().object(step.object()).map(CaseObject::content).orElse(Fields.NONE);
        Term term = moves.row(step).map(row -> row.within()).orElse(Term.NONE);
        return step.due().orElseGet(() -> dueDates.of(term, content, turn.today()));
    }
}
