package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Clock;
import eu.estafette.domain.cases.HeldEvent;
import eu.estafette.domain.cases.HeldNotice;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.Waiting;
import eu.estafette.domain.decision.ClockChanges;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.HoldChange;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.decision.StepChange;
import eu.estafette.domain.event.ObjectKey;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The clock of what is held. When it rings the hold is over: nothing more comes of what was held. */
final class HoldExpiry {

    static final String CLOCK = "hold-expiry";

    private static final String HELD = "held";
    private static final String HOLD_OVER = "HOLD_OVER";

    private HoldExpiry() {}

    /** @param number of the held event or notice in its case */
    static Clock clock(int number, Instant until) {
        return new Clock(CLOCK, new ObjectKey(HELD, Integer.toString(number)), Days.of(until));
    }

    static Decision expire(CaseDraft draft, Clock clock) {
        Waiting waiting = draft.waiting();
        List<HeldEvent> events = waiting.events().stream()
                .filter(held -> clock(held.number(), held.until()).equals(clock))
                .toList();
        List<HeldNotice> notices = waiting.notices().stream()
                .filter(held -> clock(held.number(), held.until()).equals(clock))
                .toList();
        List<StepChange> closed = notices.stream()
                .flatMap(held -> Holds.waitingStep(draft, held).stream())
                .map(step -> close(draft, step))
                .toList();
        draft.hold(waiting.withoutEvents(events::contains).withoutNotices(notices::contains));
        boolean isGone = events.isEmpty() && notices.isEmpty();
        return new Decision(
                new Outcome.Routed(isGone ? Optional.of("CLOCK_STOPPED") : Optional.empty()),
                Optional.of(draft.toCase()),
                List.of(),
                closed,
                List.of(),
                List.of(),
                notices.stream()
                        .map(held -> new HoldChange(held, HoldChange.Change.EXPIRED, Optional.of(HOLD_OVER)))
                        .toList(),
                List.of(),
                events,
                ClockChanges.NONE);
    }

    /** A step that waited as a whole is not forgotten with its notice: the operators see it. */
    static StepChange close(CaseDraft draft, OpenStep step) {
        draft.steps().remove(step);
        return new StepChange(step, StepChange.Change.EXPIRED);
    }
}
