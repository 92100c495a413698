package eu.estafette.domain.event;

/** What kind of statement an event is: a FACT states, an OBSERVATION is the sender's view, a REQUEST asks, a DECISION binds. */
public enum Nature {
    FACT,
    OBSERVATION,
    REQUEST,
    DECISION
}
