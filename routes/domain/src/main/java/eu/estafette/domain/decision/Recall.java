package eu.estafette.domain.decision;

import eu.estafette.domain.party.PartyId;

/** A notice that must not be delivered if it can still be caught: its sequence in the case, and the party whose lane it waits on. */
public record Recall(int sequence, PartyId party) {}
