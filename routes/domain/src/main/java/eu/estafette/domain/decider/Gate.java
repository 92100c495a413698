package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Tells messages that change something from those that were said before, come too late, or come too early. */
final class Gate {

    static final Outcome SUPERSEDED = new Outcome.Routed(Optional.of("SUPERSEDED"));
    private static final Duration WAIT_FOR_ORIGINAL = Duration.ofDays(7);

    private Gate() {}

    /** What becomes of the message without being applied; absent if it is to be applied. */
    static Optional<Outcome> check(Optional<CaseObject> object, CaseEvent event, Instant now) {
        Optional<LineHistory> history = object.flatMap(known -> known.history(event.line()));
        if (history.isPresent()) {
            return check(history.get(), event);
        }
        boolean unknown = object.isEmpty() || object.get().lines().isEmpty();
        return (unknown && event.type().needsOriginal()) || changesNothingYet(event)
                ? Optional.of(new Outcome.Held("NO_ORIGINAL", now.plus(WAIT_FOR_ORIGINAL)))
                : Optional.empty();
    }

    /** A correction that tells all is as good as what it corrects; other moves need something to move. */
    private static boolean changesNothingYet(CaseEvent event) {
        return switch (event.action()) {
            case ORIGINAL -> false;
            case CORRECTION -> event.partial();
            case WITHDRAWAL, REOPENING -> true;
        };
    }

    private static Optional<Outcome> check(LineHistory history, CaseEvent event) {
        for (LineHistory.Version version : history.versions()) {
            if (version.action() == event.action() && version.version() == event.version()) {
                return Optional.of(
                        version.digest().equals(event.digest())
                                ? new Outcome.Duplicate()
                                : new Outcome.Refused("VERSION_REUSED"));
            }
        }
        boolean late = event.version() < history.highest()
                || (event.version() == history.highest() && event.action() == Action.CORRECTION);
        return late ? Optional.of(SUPERSEDED) : Optional.empty();
    }
}
