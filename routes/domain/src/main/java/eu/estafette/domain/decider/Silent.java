package eu.estafette.domain.decider;

import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.decision.StepChange;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.table.Chain;
import eu.estafette.domain.table.Receiver;
import eu.estafette.domain.table.Row;
import eu.estafette.domain.table.Silence;
import eu.estafette.domain.table.Term;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Moves a step on that nobody accepted, and reminds of one that somebody did. */
final class Silent {

    private static final Silence NO_RULE = new Silence(Chain.NONE, List.of());

    private final DueDates dueDates;
    private final Steps steps;
    private final Turn turn;
    private final Outbox outbox;
    private final Moves moves;

    Silent(DueDates dueDates, Steps steps, Workbench bench) {
        this.dueDates = dueDates;
        this.steps = steps;
        this.turn = bench.turn();
        this.outbox = bench.outbox();
        this.moves = bench.moves();
    }

    void follow(OpenStep step) {
        OpenStep after = step.state() == OpenStep.State.OFFERED ? escalate(step) : remind(step);
        told(step).forEach(receiver -> moves.tell(receiver, after));
    }

    private OpenStep escalate(OpenStep step) {
        List<Role> passed = new ArrayList<>(step.passed());
        passed.add(step.owner());
        Holding next = next(step, passed);
        Term term = moves.row(step).map(Row::within).orElse(Term.NONE);
        LocalDate due = dueDates.again(term, turn.content(), turn.today());
        OpenStep late = Steps.overdue(step, due);
        moves.move(late, next, due, passed);
        moves.tellFormer(step, next);
        return Steps.ownedBy(late, next, Optional.of(due), passed);
    }

    private OpenStep remind(OpenStep step) {
        OpenStep later = Steps.overdue(step, dueDates.reminded(turn.today()));
        steps.put(turn.draft(), later);
        outbox.changed(later, StepChange.Change.OVERDUE);
        moves.tell(new Holding(step.owner(), step.holder()), later);
        return later;
    }

    /** The first time whom the row names for this, afterwards who is next in its chain; silence leads to the operators in the end. */
    private Holding next(OpenStep step, List<Role> passed) {
        List<Recipient> skipped = new ArrayList<>(List.of(step.holder()));
        passed.forEach(role -> turn.draft().holder(role).map(RoleHolder::holder).ifPresent(skipped::add));
        return own(step)
                .flatMap(chain -> moves.first(chain, step, passed, skipped))
                .or(() -> moves.next(step, passed, skipped))
                .orElse(Holding.OPERATOR);
    }

    private Optional<Chain> own(OpenStep step) {
        return Optional.of(silence(step).own())
                .filter(chain -> step.overdue() == 0 && !chain.receivers().isEmpty());
    }

    private List<Holding> told(OpenStep step) {
        Receivers receivers = Receivers.about(turn, step.object());
        List<Role> roles = silence(step).tell();
        if (!roles.isEmpty()) {
            return roles.stream()
                    .flatMap(role -> receivers.inRole(role).stream())
                    .toList();
        }
        for (Receiver receiver : turn.table().origin().receivers()) {
            Optional<Holding> origin = receivers.first(receiver);
            if (origin.isPresent()) {
                return origin.get().isOperator() ? List.of() : List.of(origin.get());
            }
        }
        return List.of();
    }

    private Silence silence(OpenStep step) {
        return moves.row(step).map(Row::ifSilent).orElse(NO_RULE);
    }
}
