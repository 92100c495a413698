package eu.estafette.domain.table;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads a {@code when} cell: {@code always}, {@code otherwise}, or {@code fact=v1|v2 & fact!=v}. */
final class WhenParser {

    private WhenParser() {}

    static When parse(String cell) {
        return switch (cell) {
            case "always" -> new When.Always();
            case "otherwise" -> new When.Otherwise();
            case "" -> throw new CellFault(RulesetFault.Kind.SYNTAX, "when is empty; expected always or conditions");
            default -> conditions(cell);
        };
    }

    private static When conditions(String cell) {
        List<When.Condition> conditions = new ArrayList<>();
        for (String part : cell.split("&", -1)) {
            conditions.add(condition(part.strip()));
        }
        return new When.All(conditions);
    }

    private static When.Condition condition(String text) {
        int equals = text.indexOf('=');
        boolean negated = equals > 0 && text.charAt(equals - 1) == '!';
        String fact =
                text.substring(0, Math.max(0, negated ? equals - 1 : equals)).strip();
        Set<String> values = equals < 0 ? Set.of() : values(text.substring(equals + 1));
        if (fact.isEmpty() || values.isEmpty()) {
            throw new CellFault(RulesetFault.Kind.SYNTAX, "expected fact=value or fact!=value, found '" + text + "'");
        }
        return new When.Condition(fact, negated, values);
    }

    private static Set<String> values(String text) {
        List<String> values = new ArrayList<>();
        for (String value : text.split("\\|", -1)) {
            if (!value.isBlank()) {
                values.add(value.strip());
            }
        }
        return Set.copyOf(new java.util.LinkedHashSet<>(values));
    }
}
