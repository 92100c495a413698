package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.Clock;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.ObjectKey;
import java.util.Optional;

/** Lets a clock ring once: what was stopped or set anew since the ring was raised has no effect. */
final class Ringing {

    private static final Outcome STOPPED = new Outcome.Routed(Optional.of("CLOCK_STOPPED"));

    private Ringing() {}

    /** The clock that an event says rang. */
    static Clock clock(CaseEvent event) {
        String name = event.data().code("clock").orElse("");
        return new Clock(name, event.object(), event.data().date("date").orElseGet(event::occurredOn));
    }

    /** Why the ring has no effect; absent if it has. */
    static Optional<Outcome> check(Case before, Clock clock) {
        if (before.timers().hasRung(clock)) {
            return Optional.of(new Outcome.Duplicate());
        }
        boolean runs = clock.object().equals(ObjectKey.CASE)
                ? Dormancy.clock(before).filter(clock::equals).isPresent()
                : before.timers().isRunning(clock);
        return runs ? Optional.empty() : Optional.of(STOPPED);
    }
}
