package eu.estafette.domain.party;

import java.util.Optional;
import java.util.Set;

/** What the decisions need to know of the parties. Fixed while the hub runs. */
public interface PartyDirectory {

    /** The party that has this identifier, if the hub knows it. */
    Optional<PartyId> find(PartyIdentifier identifier);

    /** The roles a party may hold in a case, those of its persons and desks included; empty for an unknown party. */
    Set<Role> rolesOf(PartyId party);

    /** The ruleset of cases that this party opens without naming one. */
    Optional<String> rulesetOf(PartyId party);

    /** Whether the party is a register, such as Dimona or Suwinet, that reports facts and holds no role on a case. */
    boolean isRegister(PartyId party);

    /** Whether there is such a party. */
    default boolean knows(PartyId party) {
        return isRegister(party) || !rolesOf(party).isEmpty();
    }

    /** Whether a party that holds this role on a case may still hold it. Who employs or refers needs no role of its own for that. */
    default boolean mayHold(PartyId party, Role role) {
        return switch (role) {
            case EMPLOYER, WORKPLACE, REFERRER -> knows(party);
            default -> rolesOf(party).contains(role);
        };
    }
}
