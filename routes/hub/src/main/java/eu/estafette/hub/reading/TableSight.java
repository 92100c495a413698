package eu.estafette.hub.reading;

import eu.estafette.console.cases.CaseSight;
import eu.estafette.domain.cases.Role;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.table.NextStepTable;
import eu.estafette.domain.table.Rulesets;
import eu.estafette.domain.view.Category;
import eu.estafette.domain.view.Sight;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Answers from the entitlements of the case's ruleset, as valid today. */
final class TableSight implements CaseSight {

    /** These learn of nobody else's notices (domain section 12, Who saw what). */
    private static final Set<Role> ONLY_THEIR_OWN = EnumSet.of(Role.EMPLOYER, Role.WORKPLACE, Role.SPECIALIST);

    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private final Rulesets rulesets;
    private final Catalogue catalogue;
    private final InstantSource clock;

    TableSight(Rulesets rulesets, Catalogue catalogue, InstantSource clock) {
        this.rulesets = rulesets;
        this.catalogue = catalogue;
        this.clock = clock;
    }

    @Override
    public boolean seesRoles(Role role, String ruleset) {
        return !ONLY_THEIR_OWN.contains(role)
                && sight(ruleset)
                        .map(sight -> sight.mayHold(Category.REFERRAL, role) && sight.mayHold(Category.EMPLOYMENT, role))
                        .orElse(false);
    }

    @Override
    public boolean seesSharing(Role role, String ruleset, String view) {
        return !ONLY_THEIR_OWN.contains(role)
                && catalogue.views().named(view).flatMap(known -> sight(ruleset).map(sight ->
                                known.categories().stream().allMatch(category -> sight.mayHold(category, role))))
                        .orElse(false);
    }

    private Optional<Sight> sight(String ruleset) {
        return rulesets.tableFor(ruleset, LocalDate.ofInstant(clock.instant(), ZONE), List.of())
                .map(NextStepTable::sight);
    }
}
