package eu.estafette.commands;

import eu.estafette.domain.table.RulesetSource;
import eu.estafette.domain.table.ShippedRulesets;
import java.util.List;
import java.util.Optional;

/** The next-step tables as a hub with this configuration would load them. */
final class Tables {

    private Tables() {}

    /** @throws TroubleException if there are none, or they cannot be read */
    static List<RulesetSource> of(Optional<ConfigFolder> config) throws TroubleException {
        Optional<List<RulesetSource>> own = config.isPresent() ? config.get().rulesets() : Optional.empty();
        List<RulesetSource> tables = own.orElseGet(ShippedRulesets::sources);
        if (tables.isEmpty()) {
            throw new TroubleException("The folder rulesets/ holds no tables (*.csv), so a hub would have no rules.");
        }
        return tables;
    }
}
