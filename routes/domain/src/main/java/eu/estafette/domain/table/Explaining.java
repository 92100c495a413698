package eu.estafette.domain.table;

import java.util.List;
import java.util.Optional;

/** Tells row by row what {@link EventRows} decides all at once. */
final class Explaining {

    private final EventRows rows;
    private final long[] state;

    Explaining(EventRows rows, FactSource source) {
        this.rows = rows;
        this.state = rows.state(source);
    }

    List<Verdict> verdicts() {
        return rows.rows().stream().map(this::verdict).toList();
    }

    private Verdict verdict(CompiledRow compiled) {
        Row row = compiled.row();
        return switch (row.when()) {
            case When.Always ignored -> new Verdict.Always(row);
            case When.Otherwise ignored -> new Verdict.Otherwise(row, instead(row.aspect()));
            case When.All(List<When.Condition> conditions) ->
                new Verdict.Weighed(row, conditions.stream().map(this::answer).toList());
        };
    }

    private Optional<Row> instead(String aspect) {
        return rows.actsByAspect().getOrDefault(aspect, List.of()).stream()
                .filter(act -> !act.otherwise() && act.matches(state))
                .map(CompiledRow::row)
                .findFirst();
    }

    private Verdict.Answer answer(When.Condition condition) {
        int slot = slot(condition.fact());
        List<String> values = rows.facts().get(slot).values();
        String value = state[slot] == 0 ? "" : values.get(Long.numberOfTrailingZeros(state[slot]));
        return new Verdict.Answer(
                condition,
                values.stream().filter(condition.values()::contains).toList(),
                value,
                !value.isEmpty() && condition.values().contains(value) != condition.negated());
    }

    private int slot(String fact) {
        for (int slot = 0; slot < rows.facts().size(); slot++) {
            if (rows.facts().get(slot).name().equals(fact)) {
                return slot;
            }
        }
        throw new IllegalStateException("a row was compiled without its fact " + fact);
    }
}
