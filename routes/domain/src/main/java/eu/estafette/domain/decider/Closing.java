package eu.estafette.domain.decider;

import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.catalogue.ClosingRule;
import eu.estafette.domain.catalogue.StepRef;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.ObjectKey;
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
        List<OpenStep> closed = new ArrayList<>();
        for (OpenStep step : List.copyOf(turn.draft().steps())) {
            if (closes(turn, firing, step)) {
                turn.draft().steps().remove(step);
                // what it was about is over only now
                turn.draft().object(step.object()).ifPresent(turn.draft()::put);
                closed.add(step);
            }
        }
        return closed;
    }

    /** Whether the event closes this step, by itself or by the rows that fire. */
    boolean closes(Turn turn, List<Row> firing, OpenStep step) {
        return closes(turn.event().type(), turn.object(), turn.event().data(), step) || closes(firing, step);
    }

    /** Whether an event of this type about this object closes the step by itself. */
    boolean closes(EventType type, ObjectKey object, Fields data, OpenStep step) {
        ClosingRule rule = catalogue.closes().get(type);
        if (rule == null) {
            return false;
        }
        Optional<Role> role = RoleBook.role(data);
        return names(rule.anyObject(), step, role)
                || (step.object().equals(object) && names(rule.sameObject(), step, role));
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
