package eu.estafette.domain.decision;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.event.CaseEvent;
import java.util.List;
import java.util.Optional;

/**
 * What follows from one event: the case after, who is told, which steps changed, and which rows of the tables fired. A value; nothing has
 * happened yet.
 *
 * @param after   the case after the event; absent where the event concerns nobody the hub has a case for
 * @param notices in the order in which their sequence numbers were given out
 * @param rules   ids of the rows that fired, in table order
 */
public record Decision(
        Outcome outcome, Optional<Case> after, List<NoticeDraft> notices, List<StepChange> steps, List<String> rules) {

    public Decision {
        notices = List.copyOf(notices);
        steps = List.copyOf(steps);
        rules = List.copyOf(rules);
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
