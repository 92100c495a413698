package eu.estafette.domain.table;

import java.time.Period;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a {@code within} cell: {@code P10D}, {@code decideBefore/P10D}, {@code plannedEnd-P7D}. */
final class TermParser {

    private final Set<String> dateFields;

    /** @param dateFields names that may stand in it */
    TermParser(Set<String> dateFields) {
        this.dateFields = Set.copyOf(dateFields);
    }

    Term parse(String cell) {
        if (cell.isBlank()) {
            return Term.NONE;
        }
        List<Term.Due> alternatives = new ArrayList<>();
        for (String alternative : cell.split("/", -1)) {
            alternatives.add(due(alternative.strip()));
        }
        return new Term(alternatives);
    }

    private Term.Due due(String text) {
        if (isDuration(text)) {
            return new Term.Due.After(duration(text));
        }
        int plus = text.indexOf('+');
        int minus = text.indexOf('-');
        if (plus > 0) {
            return new Term.Due.OnField(field(text.substring(0, plus)), duration(text.substring(plus + 1)));
        }
        if (minus > 0) {
            return new Term.Due.OnField(
                    field(text.substring(0, minus)),
                    duration(text.substring(minus + 1)).negated());
        }
        return new Term.Due.OnField(field(text), Period.ZERO);
    }

    private String field(String name) {
        if (!dateFields.contains(name)) {
            throw new CellFault(
                    RulesetFault.Kind.UNKNOWN_FIELD, "'" + name + "' is no date of this event or its object");
        }
        return name;
    }

    private static boolean isDuration(String text) {
        return text.length() > 1 && text.charAt(0) == 'P' && Character.isDigit(text.charAt(1));
    }

    private static Period duration(String text) {
        try {
            return Period.parse(text);
        } catch (DateTimeParseException e) {
            throw new CellFault(RulesetFault.Kind.SYNTAX, "'" + text + "' is no duration such as P10D or P6M");
        }
    }
}
