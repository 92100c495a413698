package eu.estafette.domain.decider;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.Clock;
import eu.estafette.domain.cases.Phase;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.event.ObjectKey;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** When a case in which nothing is open goes to rest: a year after a partner last told something. */
final class Dormancy {

    static final String CLOCK = "case-dormant";

    private static final Period OF_SILENCE = Period.ofMonths(12);

    private Dormancy() {}

    /** The clock that sends the case to rest; absent while something is open, or when it rests. */
    static Optional<Clock> clock(Case file) {
        if (file.resting() == Phase.DORMANT || !file.steps().isEmpty() || isAtWork(file)) {
            return Optional.empty();
        }
        LocalDate since = file.timers().lastTold().orElseGet(() -> Days.of(file.openedAt()));
        return Optional.of(new Clock(CLOCK, ObjectKey.CASE, since.plus(OF_SILENCE)))
                .filter(clock -> !file.timers().hasRung(clock));
    }

    private static boolean isAtWork(Case file) {
        for (CaseObject object : file.objects().values()) {
            boolean work =
                    object.isOf(Family.EMPLOYMENT) || object.isOf(Family.PLACEMENT) || object.isOf(Family.TRAINING);
            if (work && object.open()) {
                return true;
            }
        }
        return false;
    }
}
