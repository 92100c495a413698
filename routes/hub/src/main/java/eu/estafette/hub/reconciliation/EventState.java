package eu.estafette.hub.reconciliation;

import java.util.Arrays;
import java.util.Optional;

/** Where an event is, of the first equation of P1. */
enum EventState {
    IN_TRANSIT,
    ROUTED,
    HELD,
    EXPIRED,
    WITHDRAWN,
    DUPLICATE,
    REFUSED,
    INVALID;

    /** As the journal writes it; what is forwarded is accepted, and decided nowhere yet. */
    static Optional<EventState> ofJournal(String state) {
        return state.equals("ACCEPTED")
                ? Optional.of(IN_TRANSIT)
                : Arrays.stream(values())
                        .filter(one -> one.name().equals(state))
                        .findFirst();
    }
}
