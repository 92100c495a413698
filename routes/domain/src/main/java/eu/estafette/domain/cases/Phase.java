package eu.estafette.domain.cases;

import eu.estafette.domain.event.Family;
import java.util.Collection;

/** Where the case stands. Only ORIENTATION, JOB_SEARCH and DORMANT are ever stored; the others follow from what is open. */
public enum Phase {
    NONE,
    ORIENTATION,
    TRAINING,
    JOB_SEARCH,
    PLACEMENT,
    EMPLOYED,
    AFTERCARE,
    DORMANT;

    /** The phase that follows from what is open, so that corrections need no undoing (domain section 2, invariant 5). */
    public static Phase of(Collection<CaseObject> objects, Coaching coaching, Phase resting) {
        Phase phase = resting;
        for (CaseObject object : objects) {
            if (object.open()) {
                if (object.isOf(Family.EMPLOYMENT)) {
                    return coaching == Coaching.ENDED ? AFTERCARE : EMPLOYED;
                }
                if (object.isOf(Family.PLACEMENT)) {
                    phase = PLACEMENT;
                } else if (object.isOf(Family.TRAINING) && phase != PLACEMENT) {
                    phase = TRAINING;
                }
            }
        }
        return phase;
    }
}
