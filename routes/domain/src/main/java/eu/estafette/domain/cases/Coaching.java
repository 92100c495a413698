package eu.estafette.domain.cases;

/** How far the coaching is: asked for, granted, running or over. */
public enum Coaching {
    NONE,
    ASKED,
    GRANTED,
    RUNNING,
    ENDED
}
