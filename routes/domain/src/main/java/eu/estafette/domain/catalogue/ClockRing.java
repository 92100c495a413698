package eu.estafette.domain.catalogue;

import eu.estafette.domain.event.Fields;
import java.time.LocalDate;
import java.time.Period;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a clock rings: {@code plannedEnd-P14D}, {@code periodStart+P3Y-P90D}, {@code periodStart+P6M and every P6M}. Adding months keeps the
 * day or takes the month's last.
 *
 * @param onlyFor the family it holds for; absent for all others
 * @param field   the date it counts from
 * @param after   how long after that date is what the clock warns of
 * @param before  how long before that it rings
 * @param every   how often again; absent if it rings once
 */
public record ClockRing(Optional<String> onlyFor, String field, Period after, Period before, Optional<Period> every) {

    private static final Pattern FORM = Pattern.compile(
            "(?:of an? ([a-z-]+) )?([a-z][A-Za-z]*)(?:\\+(P\\w+))?(?:-(P\\w+))?(?: and every (P\\w+))?(?: .*)?");

    static Optional<ClockRing> parse(String text) {
        Matcher form = FORM.matcher(text);
        return form.matches()
                ? Optional.of(new ClockRing(
                        Optional.ofNullable(form.group(1)),
                        form.group(2),
                        period(form.group(3)),
                        period(form.group(4)),
                        Optional.ofNullable(form.group(5)).map(Period::parse)))
                : Optional.empty();
    }

    private static Period period(@org.jspecify.annotations.Nullable String text) {
        return text == null ? Period.ZERO : Period.parse(text);
    }

    /** The day it warns of; absent if the date it counts from is not known. */
    public Optional<LocalDate> warnsOf(Fields content) {
        return content.date(field).map(date -> date.plus(after));
    }

    /**
     * The day on which it rings; of one that repeats the first that is not before {@code today}, of others it may be past.
     */
    public Optional<LocalDate> date(Fields content, LocalDate today) {
        Optional<LocalDate> from = content.date(field);
        if (from.isEmpty()) {
            return from;
        }
        LocalDate day = from.get().plus(after).minus(before);
        if (every.isPresent()) {
            // counted from the start each time, so that the last of a month stays the last of a month
            for (Period total = after;
                    day.isBefore(today);
                    day = from.get().plus(total).minus(before)) {
                total = total.plus(every.get());
            }
        }
        return Optional.of(day);
    }

    /** Whether it says something ahead of time. */
    public boolean isWarning() {
        return !before.isZero();
    }
}
