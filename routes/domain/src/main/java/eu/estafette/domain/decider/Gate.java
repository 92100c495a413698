package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import java.time.Instant;
import java.util.Optional;

/** Tells messages that change something from those that were said before, come too late, or come too early. */
final class Gate {

    static final Outcome SUPERSEDED = new Outcome.Routed(Optional.of("SUPERSEDED"));
    private static final Outcome NOT_REOPENABLE = new Outcome.Refused("NOT_REOPENABLE");

    private Gate() {}

    /** What becomes of the message without being applied; absent if it is to be applied. */
    static Optional<Outcome> check(Optional<CaseObject> object, CaseEvent event, Instant now) {
        if (event.action() == Action.REOPENING && !event.type().isReopenable()) {
            return Optional.of(NOT_REOPENABLE);
        }
        Optional<LineHistory> history = object.flatMap(known -> known.history(event.line()));
        Optional<Outcome> said = history.flatMap(known -> saidBefore(known, event));
        return said.isPresent() ? said : tooEarly(object, history, event, now);
    }

    private static Optional<Outcome> saidBefore(LineHistory history, CaseEvent event) {
        for (LineHistory.Version version : history.versions()) {
            if (version.action() == event.action() && version.version() == event.version()) {
                return Optional.of(
                        version.digest().equals(event.digest())
                                ? new Outcome.Duplicate()
                                : new Outcome.Refused("VERSION_REUSED"));
            }
        }
        boolean late = Move.takesBack(event)
                ? event.version() < history.highest() || isTakenBack(history)
                : event.version() <= history.highest();
        return late ? Optional.of(SUPERSEDED) : Optional.empty();
    }

    private static boolean isTakenBack(LineHistory history) {
        return history.told().isPresent() && !history.stands();
    }

    private static Optional<Outcome> tooEarly(
            Optional<CaseObject> object, Optional<LineHistory> history, CaseEvent event, Instant now) {
        boolean nothingToMove = Move.takesBack(event)
                ? history.isEmpty()
                : history.filter(LineHistory::stands).isEmpty() && isIncomplete(object, event);
        return nothingToMove ? Optional.of(Keeping.held(Keeping.NO_ORIGINAL, now)) : Optional.empty();
    }

    /** A correction that tells all is as good as what it corrects, unless it makes no sense about something nobody told of. */
    private static boolean isIncomplete(Optional<CaseObject> object, CaseEvent event) {
        boolean unknown = object.filter(CaseObject::stands).isEmpty();
        return (unknown && event.type().needsOriginal()) || (event.action() == Action.CORRECTION && event.partial());
    }
}
