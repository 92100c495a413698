package eu.estafette.domain.decider;

import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.party.Role;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Who came and went with one event. */
record RoleChanges(List<RoleHolder> before, List<RoleHolder> after) {

    RoleChanges {
        before = List.copyOf(before);
        after = List.copyOf(after);
    }

    static RoleChanges none(List<RoleHolder> roles) {
        return new RoleChanges(roles, roles);
    }

    /** Holders that are no longer there. */
    List<RoleHolder> gone() {
        return minus(before, after);
    }

    /** Roles that got a holder they did not have. */
    Set<Role> filled() {
        return roles(minus(after, before));
    }

    /** Roles whose holders are not the same as before. */
    Set<Role> changed() {
        Set<Role> changed = roles(gone());
        changed.addAll(filled());
        return changed;
    }

    private static List<RoleHolder> minus(List<RoleHolder> these, List<RoleHolder> those) {
        return these.equals(those)
                ? List.of()
                : these.stream()
                        .filter(holder -> those.stream().noneMatch(other -> isSame(holder, other)))
                        .toList();
    }

    private static boolean isSame(RoleHolder one, RoleHolder other) {
        return one.role() == other.role()
                && one.holder().equals(other.holder())
                && one.object().equals(other.object());
    }

    private static Set<Role> roles(List<RoleHolder> holders) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        holders.forEach(holder -> roles.add(holder.role()));
        return roles;
    }
}
