package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Clock;
import eu.estafette.domain.cases.Effects;
import eu.estafette.domain.cases.HeldNotice;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.Timers;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.StepChange;
import eu.estafette.domain.event.Line;
import java.util.List;

/**
 * What follows when a line was taken back and nothing tells the same any more: the steps it opened close, those it closed are open again,
 * its clocks stop and those it stopped run, and everybody who had word of it hears that it is void. No row fires.
 */
final class TakingBack {

    private static final String WITHDRAWN = "WITHDRAWN";

    private final Catalogue catalogue;
    private final DueDates dueDates;
    private final Steps steps;
    private final Closing closing;

    TakingBack(Catalogue catalogue, DueDates dueDates) {
        this.catalogue = catalogue;
        this.dueDates = dueDates;
        this.steps = new Steps(catalogue.steps());
        this.closing = new Closing(catalogue);
    }

    /**
     * Decides it.
     *
     * @param turn   the case with the facts undone
     * @param before the object as it was
     * @param line   the line as it was
     */
    Decision decide(Turn turn, CaseObject before, LineHistory line) {
        Workbench bench = Workbench.of(catalogue, steps, turn);
        new TakenNotices(turn, bench.outbox(), catalogue.views()).takeBack(before, line.line());
        closeOpened(turn, bench.outbox(), before, line.line());
        // before anything is open again: a step that is may have to wait for consent itself
        expireHeld(turn.draft(), bench.outbox().holds(), line.line());
        undoClocks(turn, line.effects());
        new ConsentUndone(bench).follow(line.line());
        new Redirecting(dueDates, turn, bench.moves()).redirect();
        Openers openers = new Openers(turn.draft(), closing);
        new Reopening(dueDates, steps, turn, bench, openers)
                .reopen(line.effects().closed());
        bench.outbox().flush();
        return Decisions.of(turn, bench.outbox(), bench.outbox().steps(), List.of());
    }

    /** What the line opened; of an object that nobody tells of any more whatever is open about it. */
    private static void closeOpened(Turn turn, Outbox outbox, CaseObject before, Line line) {
        boolean gone = isGone(turn);
        for (OpenStep step : List.copyOf(turn.draft().steps())) {
            boolean about = gone && step.object().equals(turn.object());
            if (about || before.isCausedBy(line, step.event())) {
                turn.draft().steps().remove(step);
                outbox.changed(step, StepChange.Change.CLOSED);
            }
        }
    }

    private static void undoClocks(Turn turn, Effects effects) {
        Timers timers = turn.draft().timers().stopped(effects.started()::contains);
        for (Clock clock : effects.stopped()) {
            boolean free = timers.running().stream().noneMatch(other -> other.isFor(clock.name(), clock.object()));
            timers = free ? timers.started(clock) : timers;
        }
        boolean gone = isGone(turn);
        turn.draft().time(timers.stopped(clock -> gone && clock.object().equals(turn.object())));
    }

    private static boolean isGone(Turn turn) {
        return turn.draft().object(turn.object()).filter(CaseObject::stands).isEmpty();
    }

    /** What waits for consent to tell of it never goes out. */
    private static void expireHeld(CaseDraft draft, Holds holds, Line line) {
        for (HeldNotice held : draft.waiting().notices()) {
            if (held.cause().line().equals(line)) {
                holds.expire(held, WITHDRAWN);
            }
        }
    }
}
