package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Consents;
import eu.estafette.domain.cases.HeldNotice;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.table.Row;
import eu.estafette.domain.table.Term;
import eu.estafette.domain.view.View;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** Consent lets go what waited for it. Terms count from then. */
final class ConsentGiven {

    private final DueDates dueDates;
    private final Workbench bench;
    private final Turn turn;

    ConsentGiven(DueDates dueDates, Workbench bench) {
        this.dueDates = dueDates;
        this.bench = bench;
        this.turn = bench.turn();
    }

    void follow() {
        CaseDraft draft = turn.draft();
        String key = turn.object().key();
        Consents before = draft.consents();
        LocalDate until = Permissions.until(turn.content(), turn.today());
        draft.consent(draft.consents().given(key, Permissions.of(turn.content()).given(key, until)));
        // told anew, it may cover less than it did
        new ConsentLost(bench).follow(before);
        for (HeldNotice held : draft.waiting().notices()) {
            if (Consenting.missing(turn, held.scope(), held.role(), held.object())
                    .isEmpty()) {
                release(held);
            }
        }
    }

    private void release(HeldNotice held) {
        Optional<View> view = bench.materials().view(held.view());
        Optional<Material> material = view.flatMap(found ->
                bench.materials().ofLine(found, held.object(), held.cause().line()));
        Optional<Holding> receiver = receiver(held);
        if (material.isEmpty() || receiver.isEmpty()) {
            // a step that waited as a whole must not be forgotten with it
            Holds.waitingStep(turn.draft(), held)
                    .map(step -> HoldExpiry.close(turn.draft(), step))
                    .ifPresent(closed -> bench.outbox().changed(closed.step(), closed.change()));
            bench.outbox().holds().expire(held, "NO_RECEIVER");
        } else if (held.step().isPresent()) {
            Holds.waitingStep(turn.draft(), held).ifPresent(step -> bench.offers()
                    .released(due(step, receiver.get()), view.get(), material.get(), held.cause()));
            bench.outbox().holds().released(held);
        } else {
            bench.outbox().inform(receiver.get(), view.get(), material.get(), held.rule(), held.cause());
            bench.outbox().holds().released(held);
        }
    }

    /** Who holds the role now: the same as then if it still does. */
    private Optional<Holding> receiver(HeldNotice held) {
        List<Holding> now = Receivers.about(turn, held.object()).inRole(held.role());
        return now.stream()
                .filter(holding -> holding.recipient().equals(held.recipient()))
                .findFirst()
                .or(() -> now.stream().findFirst());
    }

    private OpenStep due(OpenStep step, Holding owner) {
        Term term = bench.moves().row(step).map(Row::within).orElse(Term.NONE);
        var content = turn.draft()
                .object(step.object())
                .map(eu.estafette.domain.cases.CaseObject::content)
                .orElse(eu.estafette.domain.event.Fields.NONE);
        LocalDate due = dueDates.of(term, content, turn.today());
        return Steps.ownedBy(step, owner, Optional.of(due), step.passed());
    }
}
