package eu.estafette.domain.cases;

import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import java.util.Optional;

/** That a notice went to somebody, and whether its delivery is known. */
public record SentNotice(
        int sequence,
        Recipient recipient,
        Role role,
        boolean act,
        String view,
        Optional<String> step,
        Optional<String> rule,
        boolean delivered) {

    public SentNotice asDelivered() {
        return delivered ? this : new SentNotice(sequence, recipient, role, act, view, step, rule, true);
    }
}
