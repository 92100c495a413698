package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.RecallReason;
import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.NoticeDraft;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.decision.StepChange;
import eu.estafette.domain.decision.UndecidableException;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.view.View;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What follows when an operator edited a notice that its receiver refused: a new notice to the same receiver, in the same view, for the same
 * step, in place of the old one, which is asked back. So only one of the two arrives, whatever else is done about the old one meanwhile.
 */
final class EditCourse {

    private static final String VIEW = "view/";

    private final Catalogue catalogue;
    private final RulesetChoice choice;
    private final Steps steps;

    EditCourse(Catalogue catalogue, RulesetChoice choice) {
        this.catalogue = catalogue;
        this.choice = choice;
        this.steps = new Steps(catalogue.steps());
    }

    Decision decide(Case before, CaseEvent event, Instant now) {
        int sequence = event.data()
                .integer("noticeSequence")
                .orElseThrow(() -> new UndecidableException(
                        "NO_NOTICE_SEQUENCE", "the edit does not tell which notice of the case it is about"));
        Optional<SentNotices.Found> found = SentNotices.find(before.sent(), sequence);
        if (found.isEmpty()) {
            return refused("NOTICE_UNKNOWN", before);
        }
        SentNotice old = found.get().notice();
        Optional<OpenStep> step = SentNotices.offered(before, sequence);
        Optional<String> refusal = refusal(old, step, event.data());
        return refusal.isPresent()
                ? refused(refusal.get(), before)
                : sendAnew(before, found.get(), step.filter(ignored -> old.act()), event, now);
    }

    private Optional<String> refusal(SentNotice old, Optional<OpenStep> step, Fields data) {
        if (old.delivered()) {
            return Optional.of("ALREADY_DELIVERED");
        }
        if (old.recalled().isPresent()) {
            return Optional.of(old.recalled().get() == RecallReason.EDITED ? "ALREADY_EDITED" : "NOTICE_WITHDRAWN");
        }
        if (old.act() && step.isEmpty()) {
            return Optional.of("STEP_CLOSED");
        }
        boolean inView = content(data).names().stream().allMatch(view(old)::shows);
        return inView ? Optional.empty() : Optional.of("FIELD_NOT_IN_VIEW");
    }

    private Decision sendAnew(
            Case before, SentNotices.Found old, Optional<OpenStep> step, CaseEvent event, Instant now) {
        CaseDraft draft = new CaseDraft(before, Days.of(now));
        draft.countEvent();
        Turn turn = new Turn(
                event,
                Days.of(now),
                draft,
                Speaker.ofHub(event.sender()),
                choice.tableFor(draft, now),
                step.map(OpenStep::object).orElse(ObjectKey.CASE),
                Fields.NONE,
                RoleChanges.none(before.roles()),
                before.phase(),
                false);
        Outbox outbox = new Outbox(turn);
        outbox.recall(old.notice().sequence(), RecallReason.EDITED);
        int sequence = draft.nextNotice();
        Optional<OpenStep> offered = step.map(open -> Steps.offeredBy(open, sequence));
        offered.ifPresent(open -> {
            steps.put(draft, open);
            outbox.changed(open, StepChange.Change.OPENED);
        });
        NoticeDraft anew = anew(old.notice(), sequence, offered, event.data());
        draft.remember(old.line(), sent(old.notice(), sequence));
        return Decisions.of(turn, outbox, outbox.steps(), List.of()).telling(List.of(anew));
    }

    private NoticeDraft anew(SentNotice old, int sequence, Optional<OpenStep> step, Fields data) {
        return new NoticeDraft(
                sequence,
                old.recipient(),
                old.role(),
                step,
                about(data),
                old.view(),
                VIEW + old.view(),
                content(data),
                step.map(open -> steps.outcomes(open.code())).orElse(List.of()),
                old.rule(),
                Optional.of(old.sequence()));
    }

    private static SentNotice sent(SentNotice old, int sequence) {
        return new SentNotice(
                sequence, old.recipient(), old.role(), old.act(), old.view(), old.step(), old.rule(), false);
    }

    private View view(SentNotice old) {
        return catalogue
                .views()
                .named(old.view())
                .orElseThrow(() -> new UndecidableException("UNKNOWN_VIEW", "no view " + old.view()));
    }

    /** All fields of the view as they are to be sent. */
    private static Fields content(Fields data) {
        return data.nested("content").orElse(Fields.NONE);
    }

    /** What the old notice told of, which the new one tells of, too. */
    private static NoticeDraft.About about(Fields data) {
        return new NoticeDraft.About(
                needed(data, "eventId"),
                EventType.ofShortName(needed(data, "eventType"))
                        .orElseThrow(
                                () -> new UndecidableException("UNKNOWN_TYPE", "the edited notice is of no event")),
                needed(data, "by"),
                data.date("occurredOn")
                        .orElseThrow(() -> new UndecidableException("INCOMPLETE_EDIT", "the edit lacks occurredOn")),
                Action.valueOf(needed(data, "action")),
                needed(data, "businessKey"),
                Integer.parseInt(needed(data, "version")));
    }

    private static String needed(Fields data, String name) {
        return data.text(name).orElseThrow(() -> new UndecidableException("INCOMPLETE_EDIT", "the edit lacks " + name));
    }

    private static Decision refused(String reason, Case before) {
        return Decisions.without(new Outcome.Refused(reason), Optional.of(before));
    }
}
