package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.decision.StepChange;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.table.NextStepTable;
import eu.estafette.domain.table.Term;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What a party's answer does to its step (domain section 9). */
final class AnswerCourse {

    private final Catalogue catalogue;
    private final DueDates dueDates;
    private final Steps steps;
    private final EventCourse events;

    AnswerCourse(Catalogue catalogue, DueDates dueDates, EventCourse events) {
        this.catalogue = catalogue;
        this.dueDates = dueDates;
        this.steps = new Steps(catalogue.steps());
        this.events = events;
    }

    /** @param draft the case with the answer remembered */
    Decision decide(Case before, CaseDraft draft, OpenStep step, CaseEvent event, NextStepTable table, Instant now) {
        String outcome = event.data().code("outcome").orElse("");
        if (ReferralAnswer.decides(step, outcome)) {
            return events.decide(Optional.of(draft.toCase()), ReferralAnswer.asDecision(draft, step, event), now);
        }
        Turn turn = turn(before, draft, step, event, table, now);
        Outbox outbox = new Outbox(turn);
        Materials materials = new Materials(catalogue, turn);
        Offers offers = new Offers(catalogue, steps, turn, outbox, materials);
        Moves moves = new Moves(catalogue, turn, outbox, offers);
        boolean done =
                switch (outcome) {
                    case "ACCEPTED" -> take(turn, outbox, step);
                    case "DECLINED" -> decline(turn, moves, step);
                    case "NEEDS_INFO" -> ask(turn, outbox, step);
                    case "HANDED_ON" -> handOn(turn, moves, offers, step);
                    default -> finish(moves, step);
                };
        if (!done) {
            return Decisions.without(new Outcome.Refused("NOT_ENTITLED"), Optional.of(before));
        }
        if (!outcome.equals("ACCEPTED") && !outcome.equals("DONE")) {
            new AnswerCards(turn, outbox, materials).tellAsker(step);
        }
        outbox.flush();
        return Decisions.of(turn, outbox, outbox.steps(), List.of());
    }

    private static Turn turn(
            Case before, CaseDraft draft, OpenStep step, CaseEvent event, NextStepTable table, Instant now) {
        Fields known = draft.object(step.object()).map(CaseObject::content).orElse(Fields.NONE);
        List<RoleHolder> roles = before.roles();
        return new Turn(
                event,
                Days.of(now),
                draft,
                Speaker.in(step.owner(), step.holder()),
                table,
                step.object(),
                known.overlaidBy(event.data()),
                new RoleChanges(roles, roles),
                before.phase(),
                false);
    }

    private boolean take(Turn turn, Outbox outbox, OpenStep step) {
        OpenStep taken = Steps.taken(step);
        steps.put(turn.draft(), taken);
        outbox.changed(taken, StepChange.Change.TAKEN);
        return true;
    }

    private boolean decline(Turn turn, Moves moves, OpenStep step) {
        List<Role> passed = new ArrayList<>(step.passed());
        if (!step.isUnowned()) {
            passed.add(step.owner());
        }
        List<Recipient> skipped = new ArrayList<>(List.of(step.holder()));
        passed.forEach(role -> turn.draft().holder(role).map(RoleHolder::holder).ifPresent(skipped::add));
        Optional<Holding> next = moves.next(step, passed, skipped);
        if (next.isEmpty()) {
            moves.close(step);
        } else {
            moves.move(step, next.get(), again(turn, moves, step), passed);
        }
        return true;
    }

    private boolean ask(Turn turn, Outbox outbox, OpenStep step) {
        // with the operators a step only ages
        OpenStep later = step.isUnowned()
                ? step
                : Steps.due(step, dueDates.afterQuestion(step.due().orElse(turn.today())));
        steps.put(turn.draft(), later);
        outbox.changed(later, StepChange.Change.NEEDS_INFO);
        return true;
    }

    private boolean handOn(Turn turn, Moves moves, Offers offers, OpenStep step) {
        Optional<Role> to = turn.event().data().code("to").flatMap(RoleBook::named);
        Optional<Holding> next = to.filter(role -> role != Role.OPERATOR && offers.couldSee(step, role))
                .flatMap(role -> Receivers.about(turn, step.object()).inRole(role).stream()
                        .findFirst());
        next.ifPresent(holding -> moves.move(step, holding, again(turn, moves, step), step.passed()));
        return next.isPresent();
    }

    private static boolean finish(Moves moves, OpenStep step) {
        moves.close(step);
        return true;
    }

    private LocalDate again(Turn turn, Moves moves, OpenStep step) {
        Term term = moves.row(step).map(row -> row.within()).orElse(Term.NONE);
        return dueDates.again(term, turn.content(), turn.today());
    }
}
