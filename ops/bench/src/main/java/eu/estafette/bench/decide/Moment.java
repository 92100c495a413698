package eu.estafette.bench.decide;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decider.Decider;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.table.NextStepTable;
import eu.estafette.domain.table.Rulesets;
import java.time.Instant;
import java.util.Optional;

/** A case with some history, and an event that is about to be decided. */
record Moment(NextStepTable table, Decider decider, Case before, CaseEvent event, Instant now) {

    private static final Instant NOW = Instant.parse("2026-03-02T09:00:00Z");

    /** @param table see {@link Tables#of} */
    static Moment of(String table, Measured measured) {
        Catalogue catalogue = Catalogue.shipped();
        Rulesets rulesets = Tables.of(table, catalogue);
        Decider decider = new Decider(rulesets, new Everybody(), catalogue);
        Optional<Case> now = Optional.empty();
        for (CaseEvent event : History.events(Tables.ruleset(table))) {
            now = routed(decider.decide(now, event, NOW), event).after();
        }
        Case before = now.orElseThrow();
        NextStepTable decides = rulesets.tableFor(Tables.ruleset(table), History.TODAY, before.roles())
                .orElseThrow();
        return new Moment(decides, decider, before, measured.event(), NOW);
    }

    Decision decide() {
        return decider.decide(Optional.of(before), event, now);
    }

    /** As {@link #decide}, but checked: what was not routed costs nothing and says nothing. */
    Decision checked() {
        return routed(decide(), event);
    }

    private static Decision routed(Decision decision, CaseEvent event) {
        if (!(decision.outcome() instanceof Outcome.Routed)) {
            throw new IllegalStateException(event.type().shortName() + " is not routed: " + decision.outcome());
        }
        return decision;
    }
}
