package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Consents;
import eu.estafette.domain.cases.HeldNotice;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.RecallReason;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.view.Category;
import eu.estafette.domain.view.View;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

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
        Consents before = turn.draft().consents();
        turn.draft().consent(before.ended(turn.object().key(), named::names));
        turn.draft().waiting().notices().stream().filter(this::isRefused).forEach(this::refuse);
        SentNotices.all(turn.draft().sent()).stream()
                .filter(found -> wentUnder(before, found.line(), found.notice()))
                .forEach(found -> takeBack(found.notice()));
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

    /** Whether a notice could not be sent any more, and could before. */
    private boolean wentUnder(Consents before, Line line, SentNotice notice) {
        if (!named.to().contains(notice.role())) {
            return false;
        }
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
