package eu.estafette.domain.fuzz;

import eu.estafette.domain.party.PartyDirectory;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.PartyIdentifier;
import eu.estafette.domain.party.Role;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Parties enough for every role, two for each, some with several roles as in life; the three registers; and both cities with tables of their own. */
final class RandomParties implements PartyDirectory {

    private static final Set<Role> NEVER_ASSIGNED =
            EnumSet.of(Role.SUBJECT, Role.OPERATOR, Role.EMPLOYER, Role.WORKPLACE);
    static final List<String> REGISTERS = List.of("magda", "suwinet", "dimona");
    static final List<String> EMPLOYERS = List.of("bakker", "winkel", "uitzend", "coach-org-1");

    private final Map<PartyId, Set<Role>> roles = new HashMap<>();
    private final Map<Role, List<PartyId>> holders = new EnumMap<>(Role.class);

    RandomParties() {
        for (Role role : Role.values()) {
            if (!NEVER_ASSIGNED.contains(role)) {
                String name = role.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
                allow(name + "-1", role);
                allow(name + "-2", role);
            }
        }
        allow("vdab", Role.REFERRER, Role.EMPLOYMENT_SERVICE, Role.COUNSELLOR);
        allow("buddies", Role.UMBRELLA, Role.COACH);
        allow("coach-org-1", Role.COACH_ORGANISATION, Role.COACH);
        allow("gemeente-utrecht", Role.REFERRER, Role.COMMISSIONER, Role.WELFARE);
        allow("gemeente-brinkhove", Role.REFERRER, Role.COMMISSIONER, Role.WELFARE);
        EMPLOYERS.forEach(employer -> allow(employer, Role.EMPLOYER, Role.WORKPLACE));
    }

    private void allow(String party, Role... more) {
        for (Role role : more) {
            roles.computeIfAbsent(new PartyId(party), ignored -> EnumSet.noneOf(Role.class))
                    .add(role);
            holders.computeIfAbsent(role, ignored -> new java.util.ArrayList<>())
                    .add(new PartyId(party));
        }
    }

    /** Who may hold a role. */
    List<PartyId> holders(Role role) {
        return holders.getOrDefault(role, List.of());
    }

    /** Roles that an event may assign. */
    List<Role> assignable() {
        return holders.keySet().stream()
                .filter(role -> !NEVER_ASSIGNED.contains(role))
                .toList();
    }

    List<PartyId> all() {
        return roles.keySet().stream()
                .sorted(java.util.Comparator.comparing(PartyId::value))
                .toList();
    }

    @Override
    public Optional<PartyId> find(PartyIdentifier identifier) {
        return Optional.of(new PartyId(identifier.number())).filter(roles::containsKey);
    }

    @Override
    public Set<Role> rolesOf(PartyId party) {
        return roles.getOrDefault(party, Set.of());
    }

    @Override
    public Optional<String> rulesetOf(PartyId party) {
        return Optional.of("flanders");
    }

    @Override
    public boolean isRegister(PartyId party) {
        return REGISTERS.contains(party.value());
    }
}
