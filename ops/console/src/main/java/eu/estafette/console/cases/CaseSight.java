package eu.estafette.console.cases;

import eu.estafette.domain.party.Role;
import eu.estafette.domain.table.NextStepTable;
import eu.estafette.domain.table.Rulesets;
import eu.estafette.domain.view.Sight;
import eu.estafette.domain.view.View;
import eu.estafette.domain.view.ViewCatalogue;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a role may know of a case beyond what was sent to it. Asked with the role a party holds now, not with one it once held. */
public final class CaseSight {

    private static final ZoneId DAYS = ZoneId.of("Europe/Brussels");

    /** To these no word of anybody else's notices (domain section 12, Who saw what). */
    private static final Set<Role> ONLY_THEIR_OWN = EnumSet.of(Role.EMPLOYER, Role.WORKPLACE, Role.SPECIALIST);

    private static final List<String> VIEWS_WITH_ROLES = List.of("case-brief", "case-fact");

    private final Rulesets rulesets;
    private final ViewCatalogue views;
    private final InstantSource clock;

    public CaseSight(Rulesets rulesets, ViewCatalogue views, InstantSource clock) {
        this.rulesets = rulesets;
        this.views = views;
        this.clock = clock;
    }

    /** Whether the role may see the phase of a case and who holds which role: it gets them in a view of the case, too. */
    boolean seesRoles(Role role, String ruleset) {
        return sight(ruleset)
                .map(sight -> VIEWS_WITH_ROLES.stream()
                        .flatMap(name -> views.named(name).stream())
                        .anyMatch(view -> sight.mayRead(view, role)))
                .orElse(false);
    }

    /** Whether the role may learn that somebody got this view: it may hold all that the view shows. */
    boolean seesSharing(Role role, String ruleset, String name) {
        Optional<View> view = views.named(name);
        return !ONLY_THEIR_OWN.contains(role)
                && view.isPresent()
                && sight(ruleset).map(sight -> sight.mayHold(view.get(), role)).orElse(false);
    }

    /** Overrides of single parties change rows, not entitlements, so the ruleset itself is enough. */
    private Optional<Sight> sight(String ruleset) {
        return rulesets.tableFor(ruleset, LocalDate.ofInstant(clock.instant(), DAYS), List.of())
                .map(NextStepTable::sight);
    }
}
