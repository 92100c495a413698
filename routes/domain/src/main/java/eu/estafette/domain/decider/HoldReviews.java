package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Anteroom;
import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.HeldEvent;
import eu.estafette.domain.decider.Cascade.Decided;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.decision.UndecidableException;
import eu.estafette.domain.event.CaseEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What follows when an operator looks after an event that is held: it is decided again now, or given up. One that still lacks what it waits
 * for stays held, no longer than it would have been; its sender was told until when. What waits for consent is not for operators to end.
 */
final class HoldReviews {

    /** The sender of an event that was given up sees this. */
    private static final String DISCARDED = "DISCARDED";

    private static final String DISCARD = "DISCARD";
    private static final String REPLAY = "REPLAY";
    private static final String STILL_HELD = "STILL_HELD";
    private static final String NOT_HELD = "NOT_HELD";
    private static final String HELD_FOR_CONSENT = "HELD_FOR_CONSENT";

    private final Decision.Function decisions;

    HoldReviews(Decision.Function decisions) {
        this.decisions = decisions;
    }

    /**
     * What a review comes to.
     *
     * @param outcome of the review itself
     * @param held    what becomes of the held event; absent where nothing does
     */
    record Reviewed(Outcome outcome, Optional<Decided> held, Optional<Case> after, Anteroom anteroom) {}

    /** @throws UndecidableException if it is not said what is to be done */
    Reviewed review(Optional<Case> before, Anteroom waiting, CaseEvent review, Instant now) {
        Optional<HeldEvent> inCase = before.flatMap(file -> file.waiting().events().stream()
                .filter(held ->
                        isMeant(review, held.event().source(), held.event().id()))
                .findFirst());
        if (inCase.isPresent()) {
            return inCase(before.orElseThrow(), waiting, inCase.get(), review, now);
        }
        return waiting.events().stream()
                .filter(held ->
                        isMeant(review, held.event().source(), held.event().id()))
                .findFirst()
                .map(held -> withoutCase(before, waiting, held, review))
                .orElseGet(() -> nothing(before, waiting, review));
    }

    private Reviewed inCase(Case before, Anteroom waiting, HeldEvent held, CaseEvent review, Instant now) {
        CaseDraft draft = new CaseDraft(before, Days.of(now));
        draft.hold(before.waiting().withoutEvents(held::equals));
        Case without = draft.toCase();
        return isReplay(review)
                ? again(before, without, waiting, held, now)
                : givenUp(Optional.of(without), waiting, held);
    }

    /** As long as there is no case, what waits for one waits. */
    private static Reviewed withoutCase(Optional<Case> before, Anteroom waiting, HeldEvent held, CaseEvent review) {
        return isReplay(review) ? stillHeld(before, waiting, held) : givenUp(before, waiting.without(held), held);
    }

    private Reviewed again(Case before, Case without, Anteroom waiting, HeldEvent held, Instant now) {
        try {
            Decision decision = decisions.decide(Optional.of(without), held.event(), now);
            boolean still = decision.outcome() instanceof Outcome.Held other
                    && other.reason().equals(held.reason());
            return still
                    ? stillHeld(Optional.of(before), waiting, held)
                    : reviewed(new Decided.Well(held.event(), decision), decision.after(), waiting);
        } catch (UndecidableException failure) {
            return reviewed(new Decided.Badly(held.event(), failure), Optional.of(without), waiting);
        }
    }

    private static Reviewed givenUp(Optional<Case> after, Anteroom anteroom, HeldEvent held) {
        Decision refused = Decisions.without(new Outcome.Refused(DISCARDED), after);
        return reviewed(new Decided.Well(held.event(), refused), after, anteroom);
    }

    private static Reviewed reviewed(Decided held, Optional<Case> after, Anteroom anteroom) {
        return new Reviewed(new Outcome.Routed(Optional.empty()), Optional.of(held), after, anteroom);
    }

    private static Reviewed stillHeld(Optional<Case> before, Anteroom waiting, HeldEvent held) {
        Decision decision = Decisions.without(new Outcome.Held(held.reason(), held.until()), before);
        return new Reviewed(
                new Outcome.Routed(Optional.of(STILL_HELD)),
                Optional.of(new Decided.Well(held.event(), decision)),
                before,
                waiting);
    }

    private static Reviewed nothing(Optional<Case> before, Anteroom waiting, CaseEvent review) {
        boolean forConsent = before.stream()
                .flatMap(file -> file.waiting().notices().stream())
                .anyMatch(notice -> isMeant(
                        review, notice.cause().line().source(), notice.cause().id()));
        return new Reviewed(
                new Outcome.Refused(forConsent ? HELD_FOR_CONSENT : NOT_HELD), Optional.empty(), before, waiting);
    }

    private static boolean isMeant(CaseEvent review, String source, String id) {
        return review.data().text("eventId").filter(id::equals).isPresent()
                && review.data().text("eventSource").filter(source::equals).isPresent();
    }

    private static boolean isReplay(CaseEvent review) {
        String verdict = review.data().text("verdict").orElse("");
        if (!List.of(REPLAY, DISCARD).contains(verdict)) {
            throw new UndecidableException("UNKNOWN_VERDICT", "a review says REPLAY or DISCARD, not " + verdict);
        }
        return verdict.equals(REPLAY);
    }
}
