package eu.estafette.bench.decide;

import eu.estafette.domain.party.PartyDirectory;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.PartyIdentifier;
import eu.estafette.domain.party.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A party for each role of a case, named after it; employers are not connected. */
final class Everybody implements PartyDirectory {

    private static final Set<Role> ON_THE_CASE = EnumSet.complementOf(
            EnumSet.of(Role.SUBJECT, Role.EMPLOYER, Role.WORKPLACE, Role.SPECIALIST, Role.OPERATOR, Role.REGISTER));

    static List<Role> roles() {
        return List.copyOf(ON_THE_CASE);
    }

    static PartyId party(Role role) {
        return new PartyId(role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'));
    }

    @Override
    public Optional<PartyId> find(PartyIdentifier identifier) {
        return Optional.empty();
    }

    @Override
    public Set<Role> rolesOf(PartyId party) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        Arrays.stream(Role.values()).filter(role -> party(role).equals(party)).forEach(roles::add);
        return roles;
    }

    @Override
    public Optional<String> rulesetOf(PartyId party) {
        return Optional.empty();
    }

    @Override
    public boolean isRegister(PartyId party) {
        return false;
    }

    @Override
    public boolean mayHold(PartyId party, Role role) {
        return true;
    }

    @Override
    public boolean knows(PartyId party) {
        return true;
    }
}
