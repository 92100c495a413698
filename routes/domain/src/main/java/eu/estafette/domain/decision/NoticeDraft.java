package eu.estafette.domain.decision;

import eu.estafette.domain.cases.Cause;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A notice as decided, before it is cut down to its view. Holds all of its source's fields; only the view's ever leave.
 *
 * @param sequence in the case, from 1
 * @param step     present for ACT, absent for INFORM
 * @param event    the event the receiver hears of
 * @param source   contract that {@code data} is written in: {@code event/employment.started}, {@code document/case}
 * @param outcomes what may be answered; empty for INFORM
 * @param rule     the row that sent it; absent for fixed effects
 * @param replaces sequence of the notice that it is sent in place of
 */
public record NoticeDraft(
        int sequence,
        Recipient recipient,
        Role role,
        Optional<OpenStep> step,
        About event,
        String view,
        String source,
        Fields data,
        List<String> outcomes,
        Optional<String> rule,
        Optional<Integer> replaces) {

    public NoticeDraft {
        outcomes = List.copyOf(outcomes);
    }

    /** One that stands for itself. */
    public NoticeDraft(
            int sequence,
            Recipient recipient,
            Role role,
            Optional<OpenStep> step,
            About event,
            String view,
            String source,
            Fields data,
            List<String> outcomes,
            Optional<String> rule) {
        this(sequence, recipient, role, step, event, view, source, data, outcomes, rule, Optional.empty());
    }

    public boolean isAct() {
        return step.isPresent();
    }

    /** The event a notice tells of: type, date, move and business key, which every view holds. */
    public record About(
            String id,
            EventType type,
            String by,
            LocalDate occurredOn,
            Action action,
            String businessKey,
            int version) {

        /** Of an event that was decided before. */
        public static About of(Cause cause) {
            return new About(
                    cause.id(),
                    cause.line().type(),
                    cause.by(),
                    cause.occurredOn(),
                    cause.action(),
                    cause.line().businessKey(),
                    cause.version());
        }
    }
}
