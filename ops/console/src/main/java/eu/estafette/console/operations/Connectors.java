package eu.estafette.console.operations;

import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.party.PartyRegistry;
import java.util.Optional;

/** By which connector a party, or one of its persons and desks, is called now. */
record Connectors(PartyRegistry parties) {

    private static final String NONE = "none";

    /** {@code none} for a party that is no longer there. */
    String of(String party, Optional<String> person) {
        return parties.get(new PartyId(party))
                .map(known -> known.addressOf(person).by())
                .orElse(NONE);
    }
}
