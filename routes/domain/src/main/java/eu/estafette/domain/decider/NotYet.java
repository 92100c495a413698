package eu.estafette.domain.decider;

import eu.estafette.domain.decision.UndecidableException;
import eu.estafette.domain.event.EventType;

/** What the hub accepts but does not decide yet. It says so instead of doing a part of it. */
final class NotYet {

    private static final String CODE = "NOT_YET_DECIDED";

    private NotYet() {}

    static void refuseType(EventType type) {
        switch (type) {
            case PERSON_RENUMBERED ->
                throw new UndecidableException(CODE, type.shortName() + " is not decided yet; nothing was changed");
            default -> {}
        }
    }
}
