package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.RecallReason;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.decision.Recall;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.view.View;
import eu.estafette.domain.view.ViewCatalogue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
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

    List<Recall> takeBack(CaseObject object, Line line) {
        List<Recall> recalls = new ArrayList<>();
        Set<Recipient> told = new HashSet<>();
        for (LineHistory alike : object.lines()) {
            if (CaseObject.isAlike(alike, line)) {
                takeBack(alike.line(), told, recalls);
            }
        }
        return recalls;
    }

    private void takeBack(Line line, Set<Recipient> told, List<Recall> recalls) {
        List<SentNotice> sent = turn.draft().sent().getOrDefault(line, List.of());
        List<SentNotice> now = new ArrayList<>(sent);
        now.replaceAll(notice -> stands(notice) ? notice.asRecalled(RecallReason.WITHDRAWN) : notice);
        turn.draft().replaceSent(line, now);
        for (SentNotice notice : sent) {
            if (notice.isWaiting() && stands(notice)) {
                recalls.add(new Recall(notice.sequence(), notice.recipient().party()));
            } else if (stands(notice) && told.add(notice.recipient())) {
                tell(notice, line);
            }
        }
    }

    private void tell(SentNotice notice, Line line) {
        outbox.takeBack(
                new Holding(notice.role(), notice.recipient()),
                withdrawn,
                Materials.ofMove(line, turn.event().action()));
    }
}
