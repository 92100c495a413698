package eu.estafette.domain.cases;

import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Something somebody must do next. Has exactly one owner; OPERATOR with party {@code hub} means that nobody on the case could be found.
 *
 * @param code   STEP code, such as DECIDE-REFERRAL
 * @param object what it is about; a case-wide step keeps the object that last opened it
 * @param owner  the role that must act
 * @param holder who held that role when the step was given to it
 * @param due    absent while the step waits for a consent, and for OPERATOR
 * @param notice sequence of the notice that offers it; absent while it is with the operators
 * @param asker  who asked what is to be decided, for the answer to find its way back
 * @param event  sequence of the event that opened it
 * @param passed roles that declined or were silent; they are skipped when the step moves on
 * @param overdue how often it fell overdue since it was opened or taken
 */
public record OpenStep(
        String code,
        ObjectKey object,
        Role owner,
        Recipient holder,
        Optional<LocalDate> due,
        State state,
        LocalDate openedOn,
        Optional<String> rule,
        Optional<Integer> notice,
        Optional<Role> asker,
        long event,
        List<Role> passed,
        int overdue) {

    public OpenStep {
        passed = List.copyOf(passed);
    }

    /** Never overdue yet. */
    public OpenStep(
            String code,
            ObjectKey object,
            Role owner,
            Recipient holder,
            Optional<LocalDate> due,
            State state,
            LocalDate openedOn,
            Optional<String> rule,
            Optional<Integer> notice,
            Optional<Role> asker,
            long event,
            List<Role> passed) {
        this(code, object, owner, holder, due, state, openedOn, rule, notice, asker, event, passed, 0);
    }

    /** OFFERED from opening until its owner accepts it, then TAKEN until it is done. */
    public enum State {
        OFFERED,
        TAKEN
    }

    /** Whether opening one of them would renew the other: (code, object), or the code alone for what is one per case. */
    public boolean isSameAs(String otherCode, ObjectKey otherObject, boolean caseWide) {
        return code.equals(otherCode) && (caseWide || object.equals(otherObject));
    }

    public boolean isUnowned() {
        return owner == Role.OPERATOR;
    }
}
