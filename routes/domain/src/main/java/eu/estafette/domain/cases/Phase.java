package eu.estafette.domain.cases;

/** Where the case stands. Only ORIENTATION, JOB_SEARCH and DORMANT are ever stored; the others follow from what is open. */
public enum Phase {
    NONE,
    ORIENTATION,
    TRAINING,
    JOB_SEARCH,
    PLACEMENT,
    EMPLOYED,
    AFTERCARE,
    DORMANT
}
