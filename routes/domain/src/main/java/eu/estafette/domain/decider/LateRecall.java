package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Cause;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.RecallReason;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.cases.Told;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.event.ObjectKey;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A notice that was asked back reached its receiver all the same: it hears what it would have heard if it had had the notice before. */
final class LateRecall {

    private final Catalogue catalogue;
    private final RulesetChoice choice;

    LateRecall(Catalogue catalogue, RulesetChoice choice) {
        this.catalogue = catalogue;
        this.choice = choice;
    }

    /** @param found as it was before it counted as delivered */
    Decision follow(Case before, CaseDraft draft, SentNotices.Found found, CaseEvent receipt, Instant now) {
        Turn turn = new Turn(
                receipt,
                Days.of(now),
                draft,
                Speaker.ofHub(receipt.sender()),
                choice.tableFor(draft, now),
                ObjectKey.CASE,
                Fields.NONE,
                RoleChanges.none(before.roles()),
                before.phase(),
                false);
        Outbox outbox = new Outbox(turn);
        outbox.recallIsTooLate(found.notice());
        RecallReason reason = found.notice().recalled().orElse(RecallReason.MOVED);
        switch (reason) {
            case WITHDRAWN -> takeBack(outbox, before, found);
            case CONSENT_ENDED ->
                lastWithdrawal(draft, found.notice())
                        .ifPresent(line ->
                                tell(outbox, found.notice(), "consent-fact", consent(line), receipt, line.line()));
            case MOVED, EDITED -> {}
        }
        return Decisions.of(turn, outbox, outbox.steps(), List.of());
    }

    private void tell(Outbox outbox, SentNotice notice, String view, Material material, CaseEvent receipt, Line line) {
        Cause cause = new Cause(receipt.id(), line, "HUB", receipt.occurredOn(), Action.ORIGINAL, 1);
        Holding receiver = new Holding(notice.role(), notice.recipient());
        catalogue
                .views()
                .named(view)
                .ifPresent(found -> outbox.inform(receiver, found, material, Optional.empty(), cause));
    }

    /** Once is enough; and what was told anew since is not void. */
    private void takeBack(Outbox outbox, Case before, SentNotices.Found found) {
        SentNotice notice = found.notice();
        boolean knows = before.sent().getOrDefault(found.line(), List.of()).stream()
                .filter(other -> other.recipient().equals(notice.recipient()))
                .anyMatch(other -> other.view().equals(TakenNotices.VIEW) && other.sequence() > notice.sequence());
        Optional<Cause> withdrawal = before.objects().values().stream()
                .flatMap(object -> object.history(found.line()).stream())
                .flatMap(line -> line.told().stream())
                .filter(Told::takesBack)
                .map(told -> told.on(found.line()))
                .findFirst();
        withdrawal.filter(ignored -> !knows).ifPresent(cause -> catalogue
                .views()
                .named(TakenNotices.VIEW)
                .ifPresent(view -> outbox.inform(
                        new Holding(notice.role(), notice.recipient()),
                        view,
                        Materials.ofMove(found.line(), cause.action()),
                        Optional.empty(),
                        cause)));
    }

    private static Material consent(LineHistory line) {
        return new Material(line.line(), "event/" + line.line().type().shortName(), line.content());
    }

    /** The withdrawal of consent that the receiver's role was told last. */
    private static Optional<LineHistory> lastWithdrawal(CaseDraft draft, SentNotice notice) {
        return draft.objects().stream()
                .filter(object -> object.isOf(Family.CONSENT))
                .map(CaseObject::lines)
                .flatMap(List::stream)
                .filter(line -> line.line().type() == EventType.CONSENT_WITHDRAWN)
                .filter(line -> line.content().list("to").contains(notice.role().name()))
                .max(Comparator.comparing(
                        line -> line.content().date("withdrawnOn").orElse(java.time.LocalDate.MIN)));
    }
}
