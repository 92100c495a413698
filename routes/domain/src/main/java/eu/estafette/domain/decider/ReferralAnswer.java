package eu.estafette.domain.decider;

import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.Line;
import java.util.List;
import java.util.Optional;

/** Accepting or declining the step DECIDE-REFERRAL is deciding on the referral (domain section 9). An operator decides for nobody. */
final class ReferralAnswer {

    private static final String STEP = "DECIDE-REFERRAL";

    private ReferralAnswer() {}

    static boolean decides(OpenStep step, String outcome) {
        return step.code().equals(STEP)
                && !step.isUnowned()
                && (outcome.equals("ACCEPTED") || outcome.equals("DECLINED"));
    }

    /** The decision that the answer stands for, sent by the owner of the step. */
    static CaseEvent asDecision(CaseDraft draft, OpenStep step, CaseEvent answer) {
        String key = step.object().key();
        Line line = new Line(answer.source(), EventType.REFERRAL_DECIDED, key);
        int told = draft.object(step.object())
                .flatMap(referral -> referral.history(line))
                .map(LineHistory::highest)
                .orElse(0);
        Fields decision = Fields.of("decision", answer.data().code("outcome").orElse(""));
        return new CaseEvent(
                answer.id(),
                answer.source(),
                EventType.REFERRAL_DECIDED,
                answer.time(),
                step.holder(),
                Optional.of(step.owner()),
                Action.ORIGINAL,
                key,
                told + 1,
                answer.occurredOn(),
                false,
                answer.digest(),
                Optional.empty(),
                List.of(),
                Optional.ofNullable(answer.data().values().get("reason"))
                        .map(reason -> decision.with("reason", reason))
                        .orElse(decision));
    }
}
