package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.event.Fields;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;

/** Compares appointments with the times at which the person works (domain section 8). */
final class WorkingTime {

    /** The first two letters of a day's English name, as in {@code Slot}. */
    private static final int LETTERS_OF_DAY = 2;

    private WorkingTime() {}

    /** Whether an appointment is asked for at a time at which the person works, as far as the open work of the case tells. */
    static boolean meets(CaseDraft draft, Fields appointment) {
        if (!isAskedFor(appointment)) {
            return false;
        }
        for (CaseObject work : draft.objects()) {
            boolean isWork = work.isOf(Family.EMPLOYMENT) || work.isOf(Family.PLACEMENT);
            if (isWork && work.open() && meets(work.content(), appointment)) {
                return true;
            }
        }
        return false;
    }

    /** The same for one employment or placement. Without a schedule only its first day is known to be a working day. */
    static boolean meets(Fields work, Fields appointment) {
        Optional<LocalDateTime> start = appointment.instant("start").map(Days::local);
        Optional<LocalDate> firstDay = work.date("startDate");
        if (!isAskedFor(appointment) || start.isEmpty() || firstDay.isEmpty()) {
            return false;
        }
        LocalDate day = start.get().toLocalDate();
        List<?> schedule = work.list("schedule");
        if (schedule.isEmpty()) {
            return day.equals(firstDay.get());
        }
        boolean works = !day.isBefore(firstDay.get())
                && work.date("plannedEnd").map(end -> !day.isAfter(end)).orElse(true);
        LocalDateTime end = appointment.instant("end").map(Days::local).orElse(start.get());
        return works && schedule.stream().anyMatch(slot -> slot instanceof Fields at && meets(at, start.get(), end));
    }

    static boolean isAskedFor(Fields appointment) {
        return appointment.code("method").filter("REQUEST"::equals).isPresent();
    }

    private static boolean meets(Fields slot, LocalDateTime start, LocalDateTime end) {
        String day = start.getDayOfWeek().name().substring(0, LETTERS_OF_DAY);
        Optional<LocalTime> from = slot.text("from").map(LocalTime::parse);
        Optional<LocalTime> to = slot.text("to").map(LocalTime::parse);
        if (!slot.code("day").filter(day::equals).isPresent() || from.isEmpty() || to.isEmpty()) {
            return false;
        }
        LocalDateTime begins = start.toLocalDate().atTime(from.get());
        // who works past midnight works into the next day
        LocalDateTime ends =
                start.toLocalDate().atTime(to.get()).plusDays(to.get().isAfter(from.get()) ? 0 : 1);
        return start.isBefore(ends) && (end.isAfter(begins) || start.equals(begins));
    }
}
