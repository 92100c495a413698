package eu.estafette.domain.story;

import eu.estafette.domain.party.PartyDirectory;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.PartyIdentifier;
import eu.estafette.domain.party.Role;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The parties of a story: those on the case, employers that are known, and the registers. Who joins the case later is known as well. */
final class StoryParties implements PartyDirectory {

    private final Story story;
    private final Set<PartyId> gone = new HashSet<>();
    private final Set<Role> lost = EnumSet.noneOf(Role.class);

    StoryParties(Story story) {
        this.story = story;
    }

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

    /** The party is in the registry no more. */
    void leaves(PartyId party) {
        gone.add(party);
    }

    void comesBack(PartyId party) {
        gone.remove(party);
    }

    /** No party may hold the role any more. */
    void loses(Role role) {
        lost.add(role);
    }

    @Override
    public boolean knows(PartyId party) {
        return !gone.contains(party);
    }

    @Override
    public boolean mayHold(PartyId party, Role role) {
        return knows(party) && !lost.contains(role);
    }
}
