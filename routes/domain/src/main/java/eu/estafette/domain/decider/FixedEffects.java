package eu.estafette.domain.decider;

/** What events do whatever the rows say. */
final class FixedEffects {

    private FixedEffects() {}

    static FixedEffect of(Turn turn, DueDates dueDates) {
        return switch (turn.event().type()) {
            case CONSENT_GIVEN -> bench -> new ConsentGiven(dueDates, bench).follow();
            case CONSENT_WITHDRAWN -> bench -> new ConsentWithdrawn(bench).follow();
            default -> FixedEffect.NONE;
        };
    }
}
