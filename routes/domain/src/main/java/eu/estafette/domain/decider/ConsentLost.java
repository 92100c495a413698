package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Consents;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.RecallReason;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.view.Category;
import eu.estafette.domain.view.View;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What went out under a consent that no longer holds: on its way it is asked back, and who has it hears so. */
final class ConsentLost {

    private static final String FACT = "consent-fact";

    private final Workbench bench;
    private final Turn turn;

    ConsentLost(Workbench bench) {
        this.bench = bench;
        this.turn = bench.turn();
    }

    /** @param before the consents while it held */
    void follow(Consents before) {
        SentNotices.all(turn.draft().sent()).stream()
                .filter(found -> TakenNotices.stands(found.notice()))
                .filter(found -> wentUnder(before, found.line(), found.notice()))
                .forEach(found -> takeBack(found.notice()));
    }

    /** Whether a notice could not be sent any more, and could before. */
    private boolean wentUnder(Consents before, Line line, SentNotice notice) {
        ObjectKey about = ObjectFinder.named(
                        turn.draft(), new ObjectKey(line.type().family().code(), line.businessKey()))
                .map(object -> object.key())
                .orElse(ObjectKey.CASE);
        Set<Category> lost = EnumSet.noneOf(Category.class);
        Set<Category> needed = turn.table().sight().needs(notice.view(), notice.role());
        lost.addAll(Consenting.missing(turn, needed, notice.role(), about));
        lost.removeIf(category ->
                !before.allow(Consenting.whose(turn.draft(), about, category), category, notice.role(), turn.today()));
        return !lost.isEmpty();
    }

    private void takeBack(SentNotice notice) {
        if (notice.delivered()) {
            Holding receiver = new Holding(notice.role(), notice.recipient());
            Optional<View> fact = bench.materials().view(FACT);
            fact.ifPresent(view -> bench.materials().ofEvent(view).ifPresent(material -> bench.outbox()
                    .inform(receiver, view, material, Optional.empty())));
        } else if (notice.isWaiting()) {
            bench.outbox().recall(notice.sequence(), RecallReason.CONSENT_ENDED);
            stepOf(notice).ifPresent(bench.offers()::again);
        }
    }

    private Optional<OpenStep> stepOf(SentNotice notice) {
        return turn.draft().steps().stream()
                .filter(step -> step.notice()
                        .filter(sequence -> sequence == notice.sequence())
                        .isPresent())
                .findFirst();
    }
}
