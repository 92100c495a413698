package eu.estafette.domain.decider;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.event.EventType;

/** What events do whatever the rows say. */
final class FixedEffects {

    private final Catalogue catalogue;
    private final DueDates dueDates;

    FixedEffects(Catalogue catalogue, DueDates dueDates) {
        this.catalogue = catalogue;
        this.dueDates = dueDates;
    }

    FixedEffect of(EventType type) {
        return switch (type) {
            case CONSENT_GIVEN -> bench -> new ConsentGiven(dueDates, bench).follow();
            case CONSENT_WITHDRAWN -> bench -> new ConsentWithdrawn(bench).follow();
            case EMPLOYMENT_STARTED, EMPLOYMENT_CHANGED, PLACEMENT_STARTED, PLACEMENT_CHANGED ->
                bench -> new CollisionCheck(catalogue, dueDates, bench).check();
            case PERSON_RENUMBERED -> bench -> new IdentityChange(bench).tell();
            default -> FixedEffect.NONE;
        };
    }
}
