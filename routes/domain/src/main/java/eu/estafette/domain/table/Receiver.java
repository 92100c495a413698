package eu.estafette.domain.table;

import eu.estafette.domain.party.Role;

/** Somebody that a row names. */
public sealed interface Receiver {

    /** Who holds a role on the case; OPERATOR is the hub's desk and always there. */
    record OfRole(Role role) implements Receiver {}

    /** Who sent the event. */
    record Sender() implements Receiver {}

    /** Who asked what is decided here. */
    record Asker() implements Receiver {}

    /** Who made the appointment that was missed. */
    record Maker() implements Receiver {}

    /** Nobody, on purpose. */
    record Nobody() implements Receiver {}

    /** Whether a chain may end here: there is always, or on purpose never, somebody. */
    default boolean endsChain() {
        return switch (this) {
            case OfRole(Role role) -> role == Role.OPERATOR;
            case Nobody ignored -> true;
            case Sender ignored -> false;
            case Asker ignored -> false;
            case Maker ignored -> false;
        };
    }
}
