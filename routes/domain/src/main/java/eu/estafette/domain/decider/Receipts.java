package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.Cause;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.RecallReason;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.cases.Told;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.NoticeDraft;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.event.CaseEvent;
import java.util.List;
import java.util.Optional;

/**
 * What follows when a notice arrived, or was caught before it did. Delivery says so with the reason WITHDRAWN, and with TOO_LATE that a
 * notice asked back had arrived (design section 6, Recall).
 */
final class Receipts {

    private static final String CAUGHT = "WITHDRAWN";

    private Receipts() {}

    static Decision decide(Case before, SentNotices.Found found, CaseEvent event) {
        CaseDraft draft = new CaseDraft(before);
        SentNotice notice = found.notice();
        boolean asked = notice.recalled().isPresent();
        if (asked && event.data().code("reason").filter(CAUGHT::equals).isPresent()) {
            SentNotices.remove(draft, found);
            return routed(draft, List.of());
        }
        boolean refused =
                event.data().code("outcome").filter("DECLINED"::equals).isPresent();
        if (refused || notice.delivered()) {
            return Decisions.without(new Outcome.Routed(Optional.empty()), Optional.of(before));
        }
        if (notice.recalled().filter(RecallReason.WITHDRAWN::equals).isEmpty()) {
            SentNotices.replace(draft, found, notice.asDelivered());
            return routed(draft, List.of());
        }
        SentNotices.replace(draft, found, notice.asDeliveredAfterAll());
        return routed(draft, takeBack(before, draft, found).stream().toList());
    }

    private static Decision routed(CaseDraft draft, List<NoticeDraft> notices) {
        return new Decision(
                new Outcome.Routed(Optional.empty()), Optional.of(draft.toCase()), notices, List.of(), List.of());
    }

    /** Who has what was withdrawn hears so, once; unless it was told anew since. */
    private static Optional<NoticeDraft> takeBack(Case before, CaseDraft draft, SentNotices.Found found) {
        boolean knows = draft.sent().getOrDefault(found.line(), List.of()).stream()
                .filter(other -> other.recipient().equals(found.notice().recipient()))
                .anyMatch(other -> other.view().equals(TakenNotices.VIEW)
                        && other.sequence() > found.notice().sequence());
        Optional<Cause> withdrawal = before.objects().values().stream()
                .flatMap(object -> object.history(found.line()).stream())
                .flatMap((LineHistory line) -> line.told().stream())
                .filter(Told::takesBack)
                .map(told -> told.on(found.line()))
                .findFirst();
        return withdrawal.filter(ignored -> !knows).map(cause -> withdrawn(draft, found, cause));
    }

    private static NoticeDraft withdrawn(CaseDraft draft, SentNotices.Found found, Cause cause) {
        SentNotice notice = found.notice();
        int sequence = draft.nextNotice();
        Material material = Materials.ofMove(found.line(), cause.action());
        draft.remember(
                found.line(),
                new SentNotice(
                        sequence,
                        notice.recipient(),
                        notice.role(),
                        false,
                        TakenNotices.VIEW,
                        Optional.empty(),
                        Optional.empty(),
                        false));
        return new NoticeDraft(
                sequence,
                notice.recipient(),
                notice.role(),
                Optional.empty(),
                Outbox.about(cause),
                TakenNotices.VIEW,
                material.contract(),
                material.data(),
                List.of(),
                Optional.empty());
    }
}
