package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Consents;
import eu.estafette.domain.cases.HeldNotice;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.view.Category;

/**
 * Consent that was not given, or no longer holds: what waits for it expires, what is on its way under it is asked back, and who has
 * something under it hears so. What was read cannot be unread.
 */
final class ConsentWithdrawn {

    private static final String REFUSED = "CONSENT_REFUSED";
    private static final String FACT = "consent-fact";

    private final Workbench bench;
    private final Turn turn;
    private final Permissions named;

    ConsentWithdrawn(Workbench bench) {
        this.bench = bench;
        this.turn = bench.turn();
        this.named = Permissions.of(turn.content());
    }

    void follow() {
        String key = turn.object().key();
        Consents before = turn.draft().consents().withoutEnding(key);
        turn.draft().consent(before.ended(key, named::names));
        turn.draft().waiting().notices().stream().filter(this::isRefused).forEach(this::refuse);
        new ConsentLost(bench).follow(before);
    }

    private boolean isRefused(HeldNotice held) {
        return held.scope().stream().anyMatch(category -> concerns(held.role(), category, held.object()));
    }

    private boolean concerns(Role role, Category category, ObjectKey about) {
        return named.concerns(role, category, Consenting.whose(turn.draft(), about, category));
    }

    private void refuse(HeldNotice held) {
        Holds.waitingStep(turn.draft(), held)
                .ifPresent(step -> bench.outbox().changed(HoldExpiry.close(turn.draft(), step)));
        bench.outbox().holds().expire(held, REFUSED);
    }
}
