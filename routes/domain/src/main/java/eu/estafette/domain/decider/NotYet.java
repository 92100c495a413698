package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.decision.UndecidableException;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import java.util.Optional;

/** What the hub accepts but does not decide yet. It says so instead of doing a part of it. */
final class NotYet {

    private static final String CODE = "NOT_YET_DECIDED";

    private NotYet() {}

    /** Moves that change what was said on a known line. */
    static void refuseMove(Optional<CaseObject> object, CaseEvent event) {
        boolean known = object.flatMap(found -> found.history(event.line())).isPresent();
        boolean changes = event.action() != Action.ORIGINAL || !event.type().isRepeatable();
        if (known && changes) {
            throw new UndecidableException(
                    CODE,
                    "%s of %s in version %d is not decided yet; nothing was changed"
                            .formatted(event.action(), event.type().shortName(), event.version()));
        }
    }
}
