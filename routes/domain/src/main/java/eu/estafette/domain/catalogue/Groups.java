package eu.estafette.domain.catalogue;

import eu.estafette.domain.party.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Names for several roles at once: agencies, coachside, workside. */
public final class Groups {

    private final Map<String, List<Role>> groups;

    Groups(Map<String, List<Role>> groups) {
        this.groups = Map.copyOf(groups);
    }

    static Groups of(Map<String, List<String>> definitions) {
        Map<String, List<Role>> groups = new java.util.HashMap<>();
        definitions.forEach((name, roles) ->
                groups.put(name, roles.stream().map(Role::valueOf).toList()));
        return new Groups(groups);
    }

    /** The roles of a group, in order; none of one that there is not. */
    public List<Role> named(String group) {
        return groups.getOrDefault(group, List.of());
    }

    /** The roles that words name, by themselves or by group, in order. */
    List<Role> expand(List<String> words, CsvRow row) {
        List<Role> roles = new ArrayList<>();
        for (String word : words) {
            roles.addAll(Optional.ofNullable(groups.get(word)).orElseGet(() -> List.of(role(word, row))));
        }
        return roles;
    }

    static Role role(String word, CsvRow row) {
        try {
            return Role.valueOf(word);
        } catch (IllegalArgumentException e) {
            throw row.fault("unknown role or group " + word);
        }
    }
}
