package eu.estafette.domain.decision;

import eu.estafette.domain.party.PartyId;

/**
 * A notice that must not be delivered if it can still be caught: its sequence in the case, and the party whose lane it waits on.
 *
 * @param tooLate whether its receiver turned out to have it: there is nothing to catch any more
 */
public record Recall(int sequence, PartyId party, boolean tooLate) {

    public Recall(int sequence, PartyId party) {
        this(sequence, party, false);
    }
}
