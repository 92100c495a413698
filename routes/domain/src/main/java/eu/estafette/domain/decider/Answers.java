package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.decision.UndecidableException;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.party.PartyDirectory;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.table.Rulesets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What follows from {@code notice.answered}: of receipts only that the notice arrived, of a party's answer what it does to the step. */
final class Answers {

    /** Reasons that a receipt gives for a notice that was asked back. */
    private static final String CAUGHT = "WITHDRAWN";

    private static final String TOO_LATE = "TOO_LATE";

    private final Steps steps;
    private final RulesetChoice choice;
    private final AnswerCourse course;
    private final LateRecall late;

    Answers(Rulesets rulesets, PartyDirectory directory, Catalogue catalogue, AnswerCourse course) {
        this.steps = new Steps(catalogue.steps());
        this.choice = new RulesetChoice(rulesets, directory);
        this.course = course;
        this.late = new LateRecall(catalogue, choice);
    }

    Decision decide(Case before, CaseEvent event, Instant now) {
        int sequence = event.data()
                .integer("noticeSequence")
                .orElseThrow(() -> new UndecidableException(
                        "NO_NOTICE_SEQUENCE", "the answer does not tell which notice of the case it is about"));
        Optional<SentNotices.Found> found = SentNotices.find(before.sent(), sequence);
        if (found.isEmpty()) {
            return Decisions.without(new Outcome.Refused("NOTICE_UNKNOWN"), Optional.of(before));
        }
        return event.data().code("level").filter("BUSINESS"::equals).isPresent()
                ? business(before, new CaseDraft(before, Days.of(now)), found.get(), event, now)
                : receipt(before, new CaseDraft(before, Days.of(now)), found.get(), event, now);
    }

    /** A receipt says that a notice arrived, or that it was caught before it did. */
    private Decision receipt(Case before, CaseDraft draft, SentNotices.Found found, CaseEvent event, Instant now) {
        Optional<String> reason = event.data().code("reason");
        boolean refused =
                event.data().code("outcome").filter("DECLINED"::equals).isPresent();
        if (found.notice().recalled().isPresent()
                && reason.filter(CAUGHT::equals).isPresent()) {
            SentNotices.remove(draft, found);
            return Decisions.without(new Outcome.Routed(Optional.empty()), Optional.of(draft.toCase()));
        }
        boolean arrived = !refused || reason.filter(TOO_LATE::equals).isPresent();
        if (!arrived || found.notice().delivered()) {
            return Decisions.without(new Outcome.Routed(Optional.empty()), Optional.of(before));
        }
        markDelivered(draft, found);
        return found.notice().recalled().isEmpty()
                ? Decisions.without(new Outcome.Routed(Optional.empty()), Optional.of(draft.toCase()))
                : late.follow(before, draft, found, event, now);
    }

    private Decision business(Case before, CaseDraft draft, SentNotices.Found found, CaseEvent event, Instant now) {
        Optional<Outcome> stopped = Gate.check(draft.object(event.object()), event, now);
        if (stopped.isPresent()) {
            return Decisions.without(stopped.get(), Optional.of(before));
        }
        Optional<OpenStep> step = before.steps().stream()
                .filter(open -> open.notice()
                        .filter(notice -> notice == found.notice().sequence())
                        .isPresent())
                .findFirst();
        Optional<String> refusal = refusal(found.notice(), step, event);
        if (refusal.isPresent()) {
            return Decisions.without(new Outcome.Refused(refusal.get()), Optional.of(before));
        }
        markDelivered(draft, found);
        draft.time(draft.timers().toldOn(Days.of(now)));
        Application.store(draft, event, event.object());
        return course.decide(before, draft, step.orElseThrow(), event, choice.tableFor(draft, now), now);
    }

    private Optional<String> refusal(SentNotice notice, Optional<OpenStep> step, CaseEvent event) {
        PartyId sender = event.sender().party();
        if (!sender.equals(notice.recipient().party()) && !sender.equals(PartyId.HUB)) {
            return Optional.of("NOT_ENTITLED");
        }
        if (!notice.act()) {
            return Optional.of("OUTCOME_NOT_OFFERED");
        }
        if (step.isEmpty()) {
            return Optional.of("STEP_CLOSED");
        }
        List<String> offered = steps.outcomes(step.get().code());
        return event.data().code("outcome").filter(offered::contains).isPresent()
                ? Optional.empty()
                : Optional.of("OUTCOME_NOT_OFFERED");
    }

    private static void markDelivered(CaseDraft draft, SentNotices.Found found) {
        SentNotices.replace(draft, found, found.notice().asDelivered());
    }
}
