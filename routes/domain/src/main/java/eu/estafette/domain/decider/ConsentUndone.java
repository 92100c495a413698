package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Consents;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Line;

/** A consent that was never given covers nothing; one that was never withdrawn goes on. What waited and expired stays expired. */
final class ConsentUndone {

    private final Workbench bench;

    ConsentUndone(Workbench bench) {
        this.bench = bench;
    }

    void follow(Line line) {
        CaseDraft draft = bench.turn().draft();
        Consents before = draft.consents();
        String key = bench.turn().object().key();
        if (line.type() == EventType.CONSENT_GIVEN) {
            draft.consent(before.withoutGiven(key));
            new ConsentLost(bench).follow(before);
        } else if (line.type() == EventType.CONSENT_WITHDRAWN) {
            draft.consent(before.withoutEnding(key));
        }
    }
}
