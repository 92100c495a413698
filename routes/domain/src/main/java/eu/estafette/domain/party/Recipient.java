package eu.estafette.domain.party;

import java.util.Optional;

/** Who sends or gets something: a party, and its person or desk where one is named. */
public record Recipient(PartyId party, Optional<String> person) {

    public static Recipient of(PartyId party) {
        return new Recipient(party, Optional.empty());
    }

    @Override
    public String toString() {
        return person.map(name -> party + "/" + name).orElseGet(party::toString);
    }
}
