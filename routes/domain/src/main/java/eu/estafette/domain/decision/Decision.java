package eu.estafette.domain.decision;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.HeldEvent;
import eu.estafette.domain.event.CaseEvent;
import java.util.List;
import java.util.Optional;

/**
 * What follows from one event: the case after, who is told, which steps changed, and which rows of the tables fired. A value; nothing has
 * happened yet.
 *
 * @param after    the case after the event; absent where the event concerns nobody the hub has a case for
 * @param notices  in the order in which their sequence numbers were given out
 * @param rules    ids of the rows that fired, in table order
 * @param recalls  notices that must not be delivered if they can still be caught, and those for which that came too late
 * @param holds    notices that wait for consent from now on, or no longer do
 * @param released events that were held and no longer need to be; each is to be decided next, in this order, on the case after
 * @param expired  events that were held and have waited long enough; they are told to their senders and never decided
 */
public record Decision(
        Outcome outcome,
        Optional<Case> after,
        List<NoticeDraft> notices,
        List<StepChange> steps,
        List<String> rules,
        List<Recall> recalls,
        List<HoldChange> holds,
        List<CaseEvent> released,
        List<HeldEvent> expired,
        ClockChanges clocks) {

    public Decision {
        notices = List.copyOf(notices);
        steps = List.copyOf(steps);
        rules = List.copyOf(rules);
        recalls = List.copyOf(recalls);
        holds = List.copyOf(holds);
        released = List.copyOf(released);
        expired = List.copyOf(expired);
    }

    public Decision(
            Outcome outcome,
            Optional<Case> after,
            List<NoticeDraft> notices,
            List<StepChange> steps,
            List<String> rules) {
        this(outcome, after, notices, steps, rules, List.of(), List.of(), List.of(), List.of(), ClockChanges.NONE);
    }

    public Decision with(ClockChanges nowClocks) {
        return new Decision(outcome, after, notices, steps, rules, recalls, holds, released, expired, nowClocks);
    }

    public Decision with(Outcome nowOutcome, Optional<Case> nowAfter) {
        return new Decision(nowOutcome, nowAfter, notices, steps, rules, recalls, holds, released, expired, clocks);
    }

    public Decision recalling(List<Recall> nowRecalls) {
        return new Decision(outcome, after, notices, steps, rules, nowRecalls, holds, released, expired, clocks);
    }

    public Decision releasing(Case nowAfter, List<CaseEvent> nowReleased) {
        return new Decision(
                outcome, Optional.of(nowAfter), notices, steps, rules, recalls, holds, nowReleased, expired, clocks);
    }

    /** The function at the heart of the hub. Reads no clock and does no I/O; equal arguments give equal decisions. */
    public interface Function {

        /**
         * Decides an event on a case.
         *
         * @param before the subject's case; absent if there is none yet
         * @throws UndecidableException if the event is well-formed but cannot be applied; it concerns this event only
         */
        Decision decide(Optional<Case> before, CaseEvent event, java.time.Instant now);
    }
}
