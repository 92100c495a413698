package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.event.Fields;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Finds appointments of the case. */
final class Appointments {

    private Appointments() {}

    /** Those that somebody who did not show up has missed with it, the earliest first. */
    static List<CaseObject> missed(Turn turn) {
        Fields absence = turn.event().data();
        boolean noShow = turn.event().type() == EventType.ABSENCE_REPORTED
                && absence.code("kind").filter("NO_SHOW"::equals).isPresent();
        Optional<LocalDate> day = absence.date("firstDay");
        if (!noShow || day.isEmpty()) {
            return List.of();
        }
        return askedFor(turn.draft()).stream()
                .filter(appointment -> day(appointment).equals(day))
                .toList();
    }

    /** Those that are yet to be. */
    static List<CaseObject> ahead(Turn turn) {
        return askedFor(turn.draft()).stream()
                .filter(appointment -> day(appointment)
                        .filter(day -> !day.isBefore(turn.today()))
                        .isPresent())
                .toList();
    }

    private static List<CaseObject> askedFor(CaseDraft draft) {
        return draft.objects().stream()
                .filter(object -> object.isOf(Family.APPOINTMENT) && object.open())
                .filter(object -> WorkingTime.isAskedFor(object.content()))
                .sorted(Comparator.comparing((CaseObject object) ->
                                object.content().instant("start").orElse(Instant.MAX))
                        .thenComparing(object -> object.key().key()))
                .toList();
    }

    private static Optional<LocalDate> day(CaseObject appointment) {
        return appointment.content().instant("start").map(Days::of);
    }

    /** What its maker last told of an appointment. */
    static Optional<LineHistory> line(CaseObject appointment) {
        return Materials.lastOf(appointment, java.util.EnumSet.of(EventType.APPOINTMENT_CHANGED));
    }
}
