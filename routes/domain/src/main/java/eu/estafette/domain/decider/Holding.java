package eu.estafette.domain.decider;

import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;

/** Somebody in a role. */
record Holding(Role role, Recipient recipient) {

    /** The hub's desk: there when nobody else is. */
    static final Holding OPERATOR = new Holding(Role.OPERATOR, Recipient.of(PartyId.HUB));

    boolean isOperator() {
        return role == Role.OPERATOR;
    }
}
