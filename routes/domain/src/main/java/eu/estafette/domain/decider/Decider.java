package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decision.ClockChanges;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.party.PartyDirectory;
import eu.estafette.domain.table.Rulesets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;
import java.util.Set;

/**
 * Decides who must act and who is told, by the next-step table of the case. Immutable, for use by any number of threads.
 */
public final class Decider implements Decision.Function {

    private final EventCourse events;
    private final Answers answers;
    private final OverdueCourse overdue;
    private final EditCourse edits;
    private final Keeping keeping;
    private final Departures departures;
    private final Subscriptions subscriptions;

    public Decider(Rulesets rulesets, PartyDirectory directory, Catalogue catalogue) {
        this(rulesets, directory, catalogue, new WorkingDays(Set.of()));
    }

    public Decider(Rulesets rulesets, PartyDirectory directory, Catalogue catalogue, WorkingDays workingDays) {
        DueDates dueDates = new DueDates(workingDays);
        this.departures = new Departures(directory);
        this.subscriptions = new Subscriptions(rulesets, directory);
        this.keeping = new Keeping(new ObjectFinder(directory), new Speakers(catalogue, directory));
        RowCourse rows = new RowCourse(catalogue, dueDates);
        this.events = new EventCourse(rulesets, directory, catalogue, rows, dueDates);
        this.overdue = new OverdueCourse(catalogue, dueDates, new RulesetChoice(rulesets, directory), rows);
        this.edits = new EditCourse(catalogue, new RulesetChoice(rulesets, directory));
        this.answers = new Answers(rulesets, directory, catalogue, new AnswerCourse(catalogue, dueDates, events));
    }

    @Override
    public Decision decide(Optional<Case> before, CaseEvent event, Instant now) {
        if (before.isEmpty() && !event.type().opensCase()) {
            return withoutCase(event, now);
        }
        LocalDate today = Days.of(now);
        Departures.Present present = departures.without(before, today);
        Decision decided = departures.complete(present, decidePresent(present.file(), event, now), today);
        Decision decision = subscriptions.follow(before, decided, event, now);
        return decision.after()
                .map(after -> decision.with(ClockChanges.between(before, after)))
                .orElse(decision);
    }

    /** @param before without those who left */
    private Decision decidePresent(Optional<Case> before, CaseEvent event, Instant now) {
        Optional<Outcome> known =
                Keeping.check(before.flatMap(file -> file.waiting().versionOf(event)), event);
        return known.isPresent()
                ? Decisions.without(known.get(), before)
                : keeping.complete(course(before, event, now), event, now);
    }

    private Decision course(Optional<Case> before, CaseEvent event, Instant now) {
        return switch (event.type()) {
            case NOTICE_ANSWERED -> answers.decide(before.orElseThrow(), event, now);
            case NOTICE_EDITED -> edits.decide(before.orElseThrow(), event, now);
            // the cascade takes them, which knows all that is held
            case HOLD_REVIEWED -> Decisions.without(new Outcome.Refused("NOT_HELD"), before);
            case STEP_OVERDUE -> overdue.decide(before.orElseThrow(), event, now);
            default -> events.decide(before, event, now);
        };
    }

    /** What partners tell of an unknown person waits for a case; what the hub itself raised about a case that is gone has no effect. */
    private static Decision withoutCase(CaseEvent event, Instant now) {
        Outcome outcome = event.type().isOfPartners()
                ? Keeping.held(Keeping.NO_CASE, now)
                : new Outcome.Routed(Optional.of(Keeping.NO_CASE));
        return Decisions.without(outcome, Optional.empty());
    }
}
