package eu.estafette.domain.event;

/** The four moves of an event's line. */
public enum Action {
    ORIGINAL,
    CORRECTION,
    WITHDRAWAL,
    REOPENING
}
