package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.cases.Told;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.ObjectKey;
import java.util.Comparator;
import java.util.Optional;

/**
 * Tells when a case belongs under another person number (domain sections 2 and 12, Renumbered). The number follows from the standing lines,
 * so that a duplicate, a late version or a correction of an earlier renumbering moves nothing, and a withdrawal moves the case back.
 */
public final class Renumbering {

    private static final String OLD = "old";
    private static final String NEW = "new";

    private Renumbering() {}

    /**
     * The number, as scheme and number, under which the case belongs from now on; absent if nothing was said that changes it.
     *
     * @param before the case before an event; absent if the event opened it
     */
    public static Optional<Fields> moves(Optional<Case> before, Optional<Case> after) {
        if (before.flatMap(Renumbering::person).orElse(null)
                == after.flatMap(Renumbering::person).orElse(null)) {
            return Optional.empty();
        }
        Optional<LineHistory> was = before.flatMap(Renumbering::latest);
        Optional<LineHistory> now = after.flatMap(Renumbering::latest);
        Optional<Fields> number = now.flatMap(line -> line.content().nested(NEW));
        if (number.equals(was.flatMap(line -> line.content().nested(NEW)))) {
            return Optional.empty();
        }
        return number.or(() -> was.flatMap(line -> line.content().nested(OLD)));
    }

    /** What a case knows of the person itself; the same object as long as nothing is told of that. */
    private static Optional<CaseObject> person(Case file) {
        return Optional.ofNullable(file.objects().get(ObjectKey.CASE));
    }

    /** The renumbering that was told last and stands; one without a new number only says that the old one is gone. */
    private static Optional<LineHistory> latest(Case file) {
        return person(file).stream()
                .flatMap(told -> told.lines().stream())
                .filter(line -> line.line().type() == EventType.PERSON_RENUMBERED && line.stands())
                .filter(line -> line.content().nested(NEW).isPresent()
                        && !line.content().nested(NEW).equals(line.content().nested(OLD)))
                .max(Comparator.comparing(line -> line.told().map(Told::since).orElse(0L)));
    }
}
