package eu.estafette.domain.decider;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Set;

/** Which days are for work: not Saturday, not Sunday, none of the holidays given. */
public final class WorkingDays {

    private final Set<LocalDate> holidays;

    public WorkingDays(Set<LocalDate> holidays) {
        this.holidays = Set.copyOf(holidays);
    }

    /** This day, or the first working day after it. */
    LocalDate onOrAfter(LocalDate day) {
        LocalDate working = day;
        while (isFree(working)) {
            working = working.plusDays(1);
        }
        return working;
    }

    private boolean isFree(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY
                || day.getDayOfWeek() == DayOfWeek.SUNDAY
                || holidays.contains(day);
    }
}
