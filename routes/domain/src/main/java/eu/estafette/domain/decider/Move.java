package eu.estafette.domain.decider;

import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import java.util.Optional;

/** What a message does to what its line has told so far, whatever it calls itself. */
enum Move {
    /** Tells something new: the first of its line, the next of a line that repeats, or the first since the line was taken back. */
    FACT,
    /** Tells the last fact anew. */
    CORRECTION,
    /** Takes back all that the line told. */
    TAKING_BACK;

    static Move of(Optional<LineHistory> history, CaseEvent event) {
        if (takesBack(event)) {
            return TAKING_BACK;
        }
        boolean anew = event.action() == Action.CORRECTION || !event.type().isRepeatable();
        return anew
                        && event.type().isOfPartners()
                        && history.filter(LineHistory::stands).isPresent()
                ? CORRECTION
                : FACT;
    }

    static boolean takesBack(CaseEvent event) {
        return event.action() == Action.WITHDRAWAL || event.action() == Action.REOPENING;
    }
}
