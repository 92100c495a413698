package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.event.Fields;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Finds appointments of the case. */
final class Appointments {

    private Appointments() {}

    /** Those that somebody who did not show up has missed with it, the earliest first. */
    static List<CaseObject> missed(Turn turn) {
        Fields absence = turn.event().data();
        boolean noShow = turn.event().type() == EventType.ABSENCE_REPORTED
                && absence.code("kind").filter("NO_SHOW"::equals).isPresent();
        Optional<LocalDate> day = absence.date("firstDay");
        return noShow && day.isPresent()
                ? askedFor(turn.draft(), content -> day(content).equals(day))
                : List.of();
    }

    /** Those that are yet to be and meet the working time of some work, the earliest first. */
    static List<CaseObject> meeting(Turn turn, Fields work) {
        return askedFor(
                turn.draft(),
                content ->
                        day(content).filter(day -> !day.isBefore(turn.today())).isPresent()
                                && WorkingTime.meets(work, content));
    }

    private static List<CaseObject> askedFor(CaseDraft draft, Predicate<Fields> which) {
        List<CaseObject> found = new ArrayList<>();
        for (CaseObject object : draft.objects()) {
            if (object.isOf(Family.APPOINTMENT) && object.open()) {
                Fields content = object.content();
                if (WorkingTime.isAskedFor(content) && which.test(content)) {
                    found.add(object);
                }
            }
        }
        found.sort(Comparator.comparing(
                        (CaseObject object) -> object.content().instant("start").orElse(Instant.MAX))
                .thenComparing(object -> object.key().key()));
        return found;
    }

    private static Optional<LocalDate> day(Fields appointment) {
        return appointment.instant("start").map(Days::of);
    }

    /** What its maker last told of an appointment. */
    static Optional<LineHistory> line(CaseObject appointment) {
        return Materials.lastOf(appointment, java.util.EnumSet.of(EventType.APPOINTMENT_CHANGED));
    }
}
