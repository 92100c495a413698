package eu.estafette.domain.story;

import eu.estafette.domain.party.PartyDirectory;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.PartyIdentifier;
import eu.estafette.domain.party.Role;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** The parties of a story: those on the case, employers that are known, and the registers. */
record StoryParties(Story story) implements PartyDirectory {

    private static final Set<String> REGISTERS = Set.of("magda", "suwinet", "dimona");

    @Override
    public Optional<PartyId> find(PartyIdentifier identifier) {
        boolean isKnown = story.known().contains(identifier.number())
                || story.cast().stream().anyMatch(member -> member.party().equals(identifier.number()));
        return isKnown ? Optional.of(new PartyId(identifier.number())) : Optional.empty();
    }

    @Override
    public Set<Role> rolesOf(PartyId party) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        story.cast().stream()
                .filter(member -> member.party().equals(party.value()))
                .forEach(member -> roles.add(Role.valueOf(member.role())));
        if (story.known().contains(party.value())) {
            roles.add(Role.EMPLOYER);
        }
        return roles;
    }

    @Override
    public Optional<String> rulesetOf(PartyId party) {
        return Optional.of(story.ruleset());
    }

    @Override
    public boolean isRegister(PartyId party) {
        return REGISTERS.contains(party.value());
    }
}
