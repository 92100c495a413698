package eu.estafette.kit.party;

import eu.estafette.domain.party.PartyDirectory;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.PartyIdentifier;
import eu.estafette.domain.party.Role;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** All parties, as configured. Fixed while the hub runs. */
public final class PartyRegistry implements PartyDirectory {

    private final Map<PartyId, Party> parties = new LinkedHashMap<>();
    private final Map<String, Party> bySource = new LinkedHashMap<>();
    private final Map<PartyId, Set<Role>> roles = new HashMap<>();

    public PartyRegistry(Collection<Party> parties) {
        for (Party party : parties) {
            this.parties.put(party.id(), party);
            roles.put(party.id(), allRoles(party));
            party.sources().forEach(source -> bySource.put(source, party));
        }
    }

    public Collection<Party> all() {
        return parties.values();
    }

    public Optional<Party> get(PartyId id) {
        return Optional.ofNullable(parties.get(id));
    }

    /** The party that may send under this CloudEvents source; an OIN or KBO urn may end in {@code :systeem:<name>}. */
    public Optional<Party> ofSource(String source) {
        return Optional.ofNullable(bySource.get(source))
                .or(() -> Optional.ofNullable(bySource.get(SourceUrns.withoutSystem(source))));
    }

    @Override
    public Optional<PartyId> find(PartyIdentifier identifier) {
        return parties.values().stream()
                .filter(party -> identifier.scheme().equals(PartyIdentifier.OWN_SCHEME)
                        ? party.id().value().equals(identifier.number())
                        : party.identifiers().stream().anyMatch(identifier::isSameAs))
                .map(Party::id)
                .findFirst();
    }

    @Override
    public Set<Role> rolesOf(PartyId id) {
        return roles.getOrDefault(id, Set.of());
    }

    @Override
    public boolean knows(PartyId id) {
        return parties.containsKey(id);
    }

    @Override
    public Optional<String> rulesetOf(PartyId id) {
        return get(id).flatMap(Party::ruleset);
    }

    @Override
    public boolean isRegister(PartyId id) {
        return get(id).map(Party::register).orElse(false);
    }

    private static Set<Role> allRoles(Party party) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(party.roles());
        Stream.concat(party.persons().stream(), party.desks().stream()).forEach(member -> roles.addAll(member.roles()));
        return Collections.unmodifiableSet(roles);
    }
}
