package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Anteroom;
import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.HeldEvent;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.decision.UndecidableException;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Decides an event and then, one after the other, the held events that it lets go: those that waited for the case it opens, and those that
 * waited in the case for what it tells. Pure, as the decisions are.
 */
public final class Cascade {

    private final Decision.Function decisions;
    private final HoldReviews reviews;

    public Cascade(Decision.Function decisions) {
        this.decisions = decisions;
        this.reviews = new HoldReviews(decisions);
    }

    /** One of the events that were decided, in the order in which the case changes. */
    public sealed interface Decided {

        CaseEvent event();

        record Well(CaseEvent event, Decision decision) implements Decided {}

        /** A held event that turned out not to be decidable; the case is as it was before it. */
        record Badly(CaseEvent event, UndecidableException failure) implements Decided {}
    }

    /**
     * All that came of one event.
     *
     * @param decided  the event itself first
     * @param after    the case after all of them
     * @param anteroom what waits for a case after all of them
     */
    public record Result(List<Decided> decided, Optional<Case> after, Anteroom anteroom) {

        public Result {
            decided = List.copyOf(decided);
        }
    }

    /**
     * Decides an event with all that it lets go.
     *
     * @param waiting what waits for a case of this subject
     * @throws UndecidableException if the event itself cannot be decided
     */
    public Result decide(Optional<Case> before, Anteroom waiting, CaseEvent event, Instant now) {
        if (event.type() == EventType.HOLD_REVIEWED) {
            return review(before, waiting, event, now);
        }
        Optional<HeldEvent> known = before.isPresent() ? Optional.empty() : waiting.versionOf(event);
        Optional<Outcome> stopped = Keeping.check(known, event);
        if (stopped.isPresent()) {
            Decision nothing = Decisions.without(stopped.get(), before);
            return new Result(List.of(new Decided.Well(event, nothing)), before, waiting);
        }
        Decision first = decisions.decide(before, event, now);
        List<Decided> decided = new ArrayList<>(List.of(new Decided.Well(event, first)));
        if (first.after().isEmpty()) {
            Anteroom held = first.outcome() instanceof Outcome.Held(String reason, Instant until)
                    ? waiting.with(event, reason, until)
                    : waiting;
            return new Result(decided, first.after(), held);
        }
        Deque<CaseEvent> next = new ArrayDeque<>(first.released());
        next.addAll(waiting.released());
        Optional<Case> after = follow(next, first.after(), decided, now);
        return new Result(decided, after, Anteroom.EMPTY);
    }

    /**
     * Keeps an event until there is a case: one that names a case the hub does not have, and so must not open one.
     *
     * @param waiting what waits for a case of this subject
     */
    public Result keep(Anteroom waiting, CaseEvent event, Instant now) {
        Outcome.Held held = Keeping.held(Keeping.NO_CASE, now);
        Optional<Outcome> stopped = Keeping.check(waiting.versionOf(event), event);
        Outcome outcome = stopped.orElse(held);
        Decided kept = new Decided.Well(event, Decisions.without(outcome, Optional.empty()));
        Anteroom left = stopped.isPresent() ? waiting : waiting.with(event, held.reason(), held.until());
        return new Result(List.of(kept), Optional.empty(), left);
    }

    /**
     * Decides what a case lets go that came from another number.
     *
     * @param joined  the case as it came, with the held events that need not wait any more
     * @param waiting what waits here for a case of this subject
     */
    public Result goOn(Decision joined, Anteroom waiting, Instant now) {
        Deque<CaseEvent> next = new ArrayDeque<>(joined.released());
        next.addAll(waiting.released());
        List<Decided> decided = new ArrayList<>();
        Optional<Case> after = follow(next, joined.after(), decided, now);
        return new Result(decided, after, Anteroom.EMPTY);
    }

    /** An operator's word on one of the held events, which is not for the case to decide. */
    private Result review(Optional<Case> before, Anteroom waiting, CaseEvent event, Instant now) {
        HoldReviews.Reviewed reviewed = reviews.review(before, waiting, event, now);
        List<Decided> decided = new ArrayList<>();
        decided.add(new Decided.Well(event, Decisions.without(reviewed.outcome(), reviewed.after())));
        Deque<CaseEvent> next = new ArrayDeque<>();
        reviewed.held().ifPresent(held -> {
            decided.add(held);
            if (held instanceof Decided.Well(CaseEvent ignored, Decision decision)) {
                next.addAll(decision.released());
            }
        });
        Optional<Case> after = follow(next, reviewed.after(), decided, now);
        return new Result(decided, after, reviewed.anteroom());
    }

    private Optional<Case> follow(Deque<CaseEvent> next, Optional<Case> file, List<Decided> decided, Instant now) {
        Optional<Case> after = file;
        while (!next.isEmpty()) {
            CaseEvent event = next.removeFirst();
            try {
                Decision decision = decisions.decide(after, event, now);
                decided.add(new Decided.Well(event, decision));
                after = decision.after();
                decision.released().reversed().forEach(next::addFirst);
            } catch (UndecidableException failure) {
                decided.add(new Decided.Badly(event, failure));
            }
        }
        return after;
    }
}
