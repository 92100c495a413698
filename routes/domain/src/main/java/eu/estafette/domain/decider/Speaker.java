package eu.estafette.domain.decider;

import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import java.util.Optional;

/**
 * In what role an event was sent.
 *
 * @param role   absent for a register and for the hub itself
 * @param label  the role's name, REGISTER or HUB
 * @param sender the party, with the person who holds the role
 */
record Speaker(Optional<Role> role, String label, Recipient sender) {

    static Speaker in(Role role, Recipient sender) {
        return new Speaker(Optional.of(role), role.name(), sender);
    }

    static Speaker ofHub(Recipient hub) {
        return new Speaker(Optional.empty(), "HUB", hub);
    }

    /** Whether telling them would only repeat what they said. Another person or desk of the sending party is somebody else. */
    boolean isToldBySending(Recipient recipient) {
        return recipient.party().equals(sender.party())
                && (recipient.person().isEmpty() || recipient.person().equals(sender.person()));
    }
}
