package eu.estafette.domain.decider;

import eu.estafette.domain.event.Fields;
import eu.estafette.domain.table.Term;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;

/** By when a step is due. Never today: the earliest is the next working day. */
final class DueDates {

    /** A step that moves on to somebody else leaves at least this much. */
    private static final Period TO_TAKE_OVER = Period.ofDays(2);

    /** A step whose term was a date gets this when it moves on after that date. */
    private static final Period AFTER_A_DATE = Period.ofDays(3);

    /** A question to the sender of what is asked gives this much more. */
    private static final Period FOR_A_QUESTION = Period.ofDays(5);

    /** What was accepted and is late gets this much more. */
    private static final Period FOR_A_REMINDER = Period.ofDays(5);

    private final WorkingDays workingDays;

    DueDates(WorkingDays workingDays) {
        this.workingDays = workingDays;
    }

    /** The first alternative that can be worked out; if none can, as soon as possible. */
    LocalDate of(Term term, Fields content, LocalDate today) {
        for (Term.Due due : term.alternatives()) {
            Optional<LocalDate> day =
                    switch (due) {
                        case Term.Due.After after -> Optional.of(today.plus(after.duration()));
                        case Term.Due.OnField on -> content.date(on.field()).map(date -> date.plus(on.moved()));
                    };
            if (day.isPresent()) {
                return earliest(day.get(), today.plusDays(1));
            }
        }
        return earliest(today, today.plusDays(1));
    }

    /** For a step that its owner declined, handed on or was silent about: the row's duration again, or three days if the term was a date. */
    LocalDate again(Term term, Fields content, LocalDate today) {
        for (Term.Due due : term.alternatives()) {
            switch (due) {
                case Term.Due.After after -> {
                    return earliest(today.plus(after.duration()), today.plusDays(1));
                }
                case Term.Due.OnField on -> {
                    if (content.date(on.field()).isPresent()) {
                        return earliest(today.plus(AFTER_A_DATE), today.plusDays(1));
                    }
                }
            }
        }
        return earliest(today.plus(AFTER_A_DATE), today.plusDays(1));
    }

    /** For a step that gets another owner because roles changed. */
    LocalDate takenOver(LocalDate due, LocalDate today) {
        return earliest(due, today.plus(TO_TAKE_OVER));
    }

    /** For a step that its owner took and is late with. */
    LocalDate reminded(LocalDate today) {
        return workingDays.onOrAfter(today.plus(FOR_A_REMINDER));
    }

    LocalDate afterQuestion(LocalDate due) {
        return workingDays.onOrAfter(due.plus(FOR_A_QUESTION));
    }

    private LocalDate earliest(LocalDate day, LocalDate notBefore) {
        return workingDays.onOrAfter(day.isBefore(notBefore) ? notBefore : day);
    }
}
