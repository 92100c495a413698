package eu.estafette.domain.view;

import eu.estafette.domain.party.Role;
import java.util.Set;

/** Where a ruleset, and whatever extends it, departs from the general entitlements. */
public record EntitlementException(Role role, Set<Category> categories, Entitlement value, Set<String> rulesets) {

    public EntitlementException {
        categories = Set.copyOf(categories);
        rulesets = Set.copyOf(rulesets);
    }

    boolean concerns(Role asked, Category category) {
        return role == asked && categories.contains(category);
    }

    boolean holdsIn(Set<String> lineage) {
        return rulesets.stream().anyMatch(lineage::contains);
    }
}
