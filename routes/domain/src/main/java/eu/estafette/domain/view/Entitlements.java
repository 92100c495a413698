package eu.estafette.domain.view;

import eu.estafette.domain.party.Role;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What each role may read. They go by role, not by party: one party may hold several (domain section 2, invariant 3). */
public final class Entitlements {

    private final Map<Role, Map<Category, Entitlement>> general;
    private final List<EntitlementException> exceptions;

    public Entitlements(Map<Role, Map<Category, Entitlement>> general, List<EntitlementException> exceptions) {
        Map<Role, Map<Category, Entitlement>> copy = new EnumMap<>(Role.class);
        general.forEach((role, byCategory) -> copy.put(role, Map.copyOf(byCategory)));
        this.general = copy;
        this.exceptions = List.copyOf(exceptions);
    }

    /**
     * What a role may do with a category in a ruleset.
     *
     * @param lineage names of the ruleset and all that it extends
     */
    public Entitlement of(Role role, Category category, Set<String> lineage) {
        return exceptions.stream()
                .filter(exception -> exception.concerns(role, category) && exception.holdsIn(lineage))
                .map(EntitlementException::value)
                .findFirst()
                .orElseGet(() -> general(role, category));
    }

    /** Whether any ruleset at all lets this role read the category, with consent or without. */
    public boolean mayEver(Role role, Category category) {
        return general(role, category) != Entitlement.NEVER
                || exceptions.stream()
                        .anyMatch(exception ->
                                exception.concerns(role, category) && exception.value() != Entitlement.NEVER);
    }

    private Entitlement general(Role role, Category category) {
        return category == Category.NONE
                ? Entitlement.ALWAYS
                : general.getOrDefault(role, Map.of()).getOrDefault(category, Entitlement.NEVER);
    }
}
