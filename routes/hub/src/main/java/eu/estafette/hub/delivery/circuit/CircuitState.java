package eu.estafette.hub.delivery.circuit;

/** What operators see of a circuit. The order is the value of the meter {@code estafette_circuit_state}: 0 is good. */
public enum CircuitState {
    CLOSED,
    HALF_OPEN,
    OPEN,
    /** The address is no more (410); no call until the hub starts anew, with another address. */
    DISABLED
}
