package eu.estafette.kit.party;

import eu.estafette.domain.party.Role;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What a party, person or desk may be: roles in cases, or a register, which has none. */
record PartyRoles(Set<Role> inCases, boolean register) {

    private static final String REGISTER = "REGISTER";

    /** The person is no party, and the hub's operators are no partner. */
    private static final Set<Role> NOBODYS = EnumSet.of(Role.SUBJECT, Role.OPERATOR, Role.REGISTER);

    private static final String EXPECTED = Arrays.stream(Role.values())
            .filter(role -> !NOBODYS.contains(role))
            .map(Role::name)
            .collect(Collectors.joining(", "));

    static PartyRoles required(YamlSection file) {
        List<String> names = file.texts("roles");
        boolean register = names.contains(REGISTER);
        if (names.isEmpty()) {
            file.fault("roles", "\"roles\" is missing; expected some of " + EXPECTED + ", or REGISTER");
        }
        if (register && names.size() > 1) {
            file.fault(
                    "roles", "REGISTER stands alone: a register holds no role on a case; make it a party of its own");
        }
        return new PartyRoles(
                register ? Set.of() : Set.copyOf(file.parsedList("roles", "some of " + EXPECTED, PartyRoles::role)),
                register);
    }

    static Set<Role> ofMember(YamlSection member) {
        return Set.copyOf(member.parsedList("roles", "some of " + EXPECTED, PartyRoles::role));
    }

    private static Role role(String name) {
        Role role = Role.valueOf(name);
        if (NOBODYS.contains(role)) {
            throw new IllegalArgumentException(name);
        }
        return role;
    }
}
