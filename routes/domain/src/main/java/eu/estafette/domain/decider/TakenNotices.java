package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Cause;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.RecallReason;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.view.View;
import eu.estafette.domain.view.ViewCatalogue;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The notices of a line that was taken back: those that wait are asked back, who has one gets {@code withdrawn}. */
final class TakenNotices {

    static final String VIEW = "withdrawn";

    private final Turn turn;
    private final Outbox outbox;
    private final View withdrawn;

    TakenNotices(Turn turn, Outbox outbox, ViewCatalogue views) {
        this.turn = turn;
        this.outbox = outbox;
        this.withdrawn = views.named(VIEW).orElseThrow();
    }

    /** Whether a notice told something that still holds, as far as its receiver knows. */
    static boolean stands(SentNotice notice) {
        return notice.recalled().isEmpty() && !notice.view().equals(VIEW);
    }

    void takeBack(CaseObject object, Line line) {
        Set<Recipient> told = new HashSet<>();
        for (LineHistory alike : object.lines()) {
            if (CaseObject.isAlike(alike, line)) {
                turn.draft().sent().getOrDefault(alike.line(), List.of()).stream()
                        .filter(TakenNotices::stands)
                        .forEach(notice -> takeBack(alike.line(), notice, told));
            }
        }
    }

    private void takeBack(Line line, SentNotice notice, Set<Recipient> told) {
        if (notice.isWaiting()) {
            outbox.recall(notice.sequence(), RecallReason.WITHDRAWN);
            return;
        }
        SentNotices.replace(
                turn.draft(), new SentNotices.Found(line, notice), notice.asRecalled(RecallReason.WITHDRAWN));
        if (told.add(notice.recipient())) {
            tell(notice, line);
        }
    }

    private void tell(SentNotice notice, Line line) {
        Cause cause = new Cause(
                turn.event().id(),
                turn.event().line(),
                turn.speaker().label(),
                turn.event().occurredOn(),
                turn.event().action(),
                turn.event().version());
        outbox.inform(
                new Holding(notice.role(), notice.recipient()),
                withdrawn,
                Materials.ofMove(line, turn.event().action()),
                Optional.empty(),
                cause);
    }
}
