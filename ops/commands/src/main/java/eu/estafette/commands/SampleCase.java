package eu.estafette.commands;

import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.table.Fact;
import eu.estafette.domain.table.FactSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A case as somebody imagines it: who is on it, and what its facts are right after the event. What is left out counts as NONE or no.
 *
 * @param facts by name
 */
record SampleCase(Map<Role, RoleHolder> roles, Map<String, String> facts) implements FactSource {

    private static final String NONE = "NONE";
    private static final String NO = "no";

    SampleCase {
        roles = Map.copyOf(roles);
        facts = Map.copyOf(facts);
    }

    @Override
    public String valueOf(Fact fact) {
        return switch (fact) {
            case Fact.HasRole has -> roles.containsKey(has.role()) ? "yes" : NO;
            case Fact.OfField field -> given(field);
            case Fact.OfSender sender -> given(sender);
            case Fact.OfCase ofCase -> given(ofCase);
        };
    }

    private String given(Fact fact) {
        return facts.getOrDefault(fact.name(), fact.values().contains(NO) ? NO : NONE);
    }

    /** Those that no case is without, and this one leaves out. */
    List<Fact> missing(Collection<Fact> asked) {
        return asked.stream()
                .filter(fact -> !fact.values().contains(valueOf(fact)))
                .toList();
    }

    Optional<RoleHolder> holder(Role role) {
        return Optional.ofNullable(roles.get(role));
    }

    /** In which role the event is sent; absent for a register, and where the case does not say. */
    Optional<Role> sender() {
        return Optional.ofNullable(facts.get("by")).flatMap(CaseFile::role);
    }
}
