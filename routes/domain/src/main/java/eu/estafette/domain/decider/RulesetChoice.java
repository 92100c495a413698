package eu.estafette.domain.decider;

import eu.estafette.domain.decision.UndecidableException;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.party.PartyDirectory;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.table.NextStepTable;
import eu.estafette.domain.table.Rulesets;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;

/** Which table a case goes by. */
final class RulesetChoice {

    /** Who may change the ruleset of a case that runs. */
    private static final Set<Role> MAY_CHANGE = EnumSet.of(Role.REFERRER, Role.EMPLOYMENT_SERVICE, Role.COMMISSIONER);

    private final Rulesets rulesets;
    private final PartyDirectory directory;

    RulesetChoice(Rulesets rulesets, PartyDirectory directory) {
        this.rulesets = rulesets;
        this.directory = directory;
    }

    /** The one that the opening event names, else the sender's own. */
    String ofOpener(CaseEvent event) {
        String ruleset = event.ruleset()
                .or(() -> directory.rulesetOf(event.sender().party()))
                .orElseThrow(() -> new UndecidableException(
                        "NO_RULESET",
                        "the event names no ruleset and %s has none of its own"
                                .formatted(event.sender().party())));
        return known(ruleset);
    }

    void change(CaseDraft draft, CaseEvent event, Speaker speaker) {
        boolean may = event.type().opensCase()
                && speaker.role().filter(MAY_CHANGE::contains).isPresent();
        event.ruleset().filter(ignored -> may).ifPresent(ruleset -> draft.rule(known(ruleset)));
    }

    NextStepTable tableFor(CaseDraft draft, Instant now) {
        return rulesets.tableFor(draft.ruleset(), Days.of(now), draft.roles())
                .orElseThrow(() -> new UndecidableException(
                        "RULESET_NOT_VALID",
                        "ruleset %s has no version valid on %s".formatted(draft.ruleset(), Days.of(now))));
    }

    private String known(String ruleset) {
        if (!rulesets.has(ruleset)) {
            throw new UndecidableException("UNKNOWN_RULESET", "there is no ruleset " + ruleset);
        }
        return ruleset;
    }
}
