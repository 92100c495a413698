package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.ObjectKey;
import java.util.Optional;

/** Which employment or placement something is about. */
final class Work {

    private Work() {}

    /** The employment or placement that an object is, or that its content names; absent if it names none. */
    static Optional<ObjectKey> named(CaseDraft draft, ObjectKey object, Fields content) {
        if (object.family().equals(Family.EMPLOYMENT.code()) || object.family().equals(Family.PLACEMENT.code())) {
            return Optional.of(object);
        }
        return content.text("employmentKey")
                .map(key -> new ObjectKey(Family.EMPLOYMENT.code(), key))
                .or(() -> content.text("placementKey").map(key -> new ObjectKey(Family.PLACEMENT.code(), key)))
                .map(key -> ObjectFinder.named(draft, key).map(CaseObject::key).orElse(key));
    }
}
