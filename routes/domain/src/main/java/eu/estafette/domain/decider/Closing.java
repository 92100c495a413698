package eu.estafette.domain.decider;

import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.catalogue.ClosingRule;
import eu.estafette.domain.catalogue.StepRef;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.table.Effect;
import eu.estafette.domain.table.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which open steps an event closes: by itself, and by the rows that fire. */
final class Closing {

    private final Catalogue catalogue;

    Closing(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Takes the closed steps off the case and gives them back, in the order they stood. */
    List<OpenStep> close(Turn turn, List<Row> firing) {
        Optional<ClosingRule> rule =
                Optional.ofNullable(catalogue.closes().get(turn.event().type()));
        List<OpenStep> closed = new ArrayList<>();
        for (OpenStep step : List.copyOf(turn.draft().steps())) {
            if (rule.filter(found -> closes(found, step, turn)).isPresent() || closes(firing, step)) {
                turn.draft().steps().remove(step);
                closed.add(step);
            }
        }
        return closed;
    }

    private static boolean closes(ClosingRule rule, OpenStep step, Turn turn) {
        Optional<Role> role = RoleBook.role(turn.event().data());
        return names(rule.anyObject(), step, role)
                || (step.object().equals(turn.object()) && names(rule.sameObject(), step, role));
    }

    private static boolean names(List<StepRef> refs, OpenStep step, Optional<Role> role) {
        for (StepRef ref : refs) {
            if (ref.step().equals(step.code())
                    && (ref.onlyFor().isEmpty() || ref.onlyFor().equals(role))) {
                return true;
            }
        }
        return false;
    }

    private static boolean closes(List<Row> firing, OpenStep step) {
        for (Row row : firing) {
            for (Effect effect : row.effects()) {
                if (effect instanceof Effect.Close(String code) && code.equals(step.code())) {
                    return true;
                }
            }
        }
        return false;
    }
}
