package eu.estafette.domain.cases;

import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import java.util.Optional;

/**
 * That a notice went to somebody, and whether its delivery is known.
 *
 * @param recalled why it is asked back; it counts as recalled only on its receipt, which takes it off the case
 */
public record SentNotice(
        int sequence,
        Recipient recipient,
        Role role,
        boolean act,
        String view,
        Optional<String> step,
        Optional<String> rule,
        boolean delivered,
        Optional<RecallReason> recalled) {

    public SentNotice(
            int sequence,
            Recipient recipient,
            Role role,
            boolean act,
            String view,
            Optional<String> step,
            Optional<String> rule,
            boolean delivered) {
        this(sequence, recipient, role, act, view, step, rule, delivered, Optional.empty());
    }

    /** What never happened is void also where it arrived. */
    public SentNotice asDelivered() {
        return delivered
                ? this
                : new SentNotice(
                        sequence,
                        recipient,
                        role,
                        act,
                        view,
                        step,
                        rule,
                        true,
                        recalled.filter(RecallReason.WITHDRAWN::equals));
    }

    public SentNotice asRecalled(RecallReason reason) {
        return new SentNotice(sequence, recipient, role, act, view, step, rule, delivered, Optional.of(reason));
    }

    /** Whether it may still be caught before its receiver has it. */
    public boolean isWaiting() {
        return !delivered && recalled.isEmpty();
    }
}
