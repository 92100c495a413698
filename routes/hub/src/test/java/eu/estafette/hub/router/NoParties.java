package eu.estafette.hub.router;

import eu.estafette.domain.party.PartyDirectory;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.PartyIdentifier;
import eu.estafette.domain.party.Role;
import java.util.Optional;
import java.util.Set;

/** Knows nobody: for cases in which nobody is looked up. */
enum NoParties implements PartyDirectory {
    INSTANCE;

    @Override
    public Optional<PartyId> find(PartyIdentifier identifier) {
        return Optional.empty();
    }

    @Override
    public Set<Role> rolesOf(PartyId party) {
        return Set.of();
    }

    @Override
    public Optional<String> rulesetOf(PartyId party) {
        return Optional.empty();
    }

    @Override
    public boolean isRegister(PartyId party) {
        return false;
    }
}
