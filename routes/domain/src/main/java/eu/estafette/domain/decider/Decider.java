package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.PartyDirectory;
import eu.estafette.domain.table.Rulesets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * Decides who must act and who is told, by the next-step table of the case. Immutable, for use by any number of threads.
 *
 * <p>Not decided yet, and refused with {@code NOT_YET_DECIDED}: consent, overdue steps, renumbering. Clocks that rows start are not started yet; one that rings is decided on.
 */
public final class Decider implements Decision.Function {

    private static final Duration WAIT_FOR_CASE = Duration.ofDays(30);

    private final EventCourse events;
    private final Answers answers;

    public Decider(Rulesets rulesets, PartyDirectory directory, Catalogue catalogue) {
        this(rulesets, directory, catalogue, new WorkingDays(Set.of()));
    }

    public Decider(Rulesets rulesets, PartyDirectory directory, Catalogue catalogue, WorkingDays workingDays) {
        DueDates dueDates = new DueDates(workingDays);
        this.events = new EventCourse(rulesets, directory, catalogue, dueDates);
        this.answers = new Answers(rulesets, directory, catalogue, new AnswerCourse(catalogue, dueDates, events));
    }

    @Override
    public Decision decide(Optional<Case> before, CaseEvent event, Instant now) {
        if (before.isEmpty() && !event.type().opensCase()) {
            return withoutCase(event, now);
        }
        NotYet.refuseType(event.type());
        return event.type() == EventType.NOTICE_ANSWERED
                ? answers.decide(before.orElseThrow(), event, now)
                : events.decide(before, event, now);
    }

    /** What partners tell of an unknown person waits for a case; what the hub itself raised about a case that is gone has no effect. */
    private static Decision withoutCase(CaseEvent event, Instant now) {
        Outcome outcome = event.type().isOfPartners()
                ? new Outcome.Held("NO_CASE", now.plus(WAIT_FOR_CASE))
                : new Outcome.Routed(Optional.of("NO_CASE"));
        return Decisions.without(outcome, Optional.empty());
    }
}
