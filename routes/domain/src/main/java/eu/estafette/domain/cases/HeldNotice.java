package eu.estafette.domain.cases;

import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.view.Category;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A notice that waits for somebody's consent. It is cut from what the case knows when it goes.
 *
 * @param number    of what is held in this case, from 1
 * @param recipient who held the role when it was decided
 * @param scope     the categories for which consent is missing
 * @param object    what it is about
 * @param step      the step that waits with it; absent if it is an INFORM, or a narrower view went
 * @param rule      the row that sends it
 * @param until     when it expires, the beginning of a day in Europe/Brussels
 */
public record HeldNotice(
        int number,
        Role role,
        Recipient recipient,
        String view,
        Set<Category> scope,
        ObjectKey object,
        Optional<String> step,
        Optional<String> rule,
        Cause cause,
        Instant until) {

    public HeldNotice {
        scope = Set.copyOf(scope);
    }

    public HeldNotice numbered(int other) {
        return new HeldNotice(other, role, recipient, view, scope, object, step, rule, cause, until);
    }

    /** Whether the other would tell the same of the same to the same. One event may make several steps of one code wait. */
    public boolean isSameAs(HeldNotice other) {
        return cause.line().equals(other.cause.line())
                && object.equals(other.object)
                && role == other.role
                && view.equals(other.view)
                && step.equals(other.step);
    }
}
