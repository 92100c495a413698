package eu.estafette.domain.table;

import java.time.LocalDate;
import java.util.Optional;

/** The days on which a version of a table counts, both ends included. */
public record Validity(LocalDate from, LocalDate to) {

    private static final String DOTS = "..";

    static Validity parse(String text) {
        int dots = text.indexOf(DOTS);
        if (dots < 0) {
            throw new CellFault(RulesetFault.Kind.VALIDITY, "expected FROM..TO or FROM.., found '" + text + "'");
        }
        String to = text.substring(dots + DOTS.length()).strip();
        Validity validity = new Validity(day(text.substring(0, dots).strip()), to.isEmpty() ? LocalDate.MAX : day(to));
        if (validity.to().isBefore(validity.from())) {
            throw new CellFault(RulesetFault.Kind.VALIDITY, "ends before it begins: " + text);
        }
        return validity;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (java.time.format.DateTimeParseException e) {
            throw new CellFault(RulesetFault.Kind.VALIDITY, "'" + text + "' is not a date such as 2026-01-01");
        }
    }

    boolean contains(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }

    /** The days that both have; absent if there are none. */
    Optional<Validity> and(Validity other) {
        LocalDate later = from.isAfter(other.from) ? from : other.from;
        LocalDate earlier = to.isBefore(other.to) ? to : other.to;
        return later.isAfter(earlier) ? Optional.empty() : Optional.of(new Validity(later, earlier));
    }
}
