package eu.estafette.domain.table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The rows of a table for one event type, and the facts they ask. */
final class EventRows {

    static final EventRows NONE = new EventRows(List.of(), List.of());

    private final List<Fact> facts;
    private final List<CompiledRow> rows;
    private final Map<String, List<CompiledRow>> actsByAspect = new HashMap<>();

    EventRows(List<Fact> facts, List<CompiledRow> rows) {
        this.facts = List.copyOf(facts);
        this.rows = List.copyOf(rows);
        rows.stream().filter(compiled -> compiled.row().isAct()).forEach(compiled -> actsByAspect
                .computeIfAbsent(compiled.row().aspect(), ignored -> new ArrayList<>())
                .add(compiled));
    }

    /** The rows that fire, in table order. Each fact is asked once. */
    List<Row> firing(FactSource source) {
        long[] state = state(source);
        List<Row> firing = new ArrayList<>();
        for (CompiledRow compiled : rows) {
            boolean fires = compiled.otherwise() ? noOtherAct(compiled, state) : compiled.matches(state);
            if (fires) {
                firing.add(compiled.row());
            }
        }
        return firing;
    }

    /** For each fact the bit of its value. */
    long[] state(FactSource source) {
        long[] state = new long[facts.size()];
        for (int slot = 0; slot < state.length; slot++) {
            state[slot] = bit(facts.get(slot), source.valueOf(facts.get(slot)));
        }
        return state;
    }

    private boolean noOtherAct(CompiledRow otherwise, long[] state) {
        for (CompiledRow act : actsByAspect.getOrDefault(otherwise.row().aspect(), List.of())) {
            if (!act.otherwise() && act.matches(state)) {
                return false;
            }
        }
        return true;
    }

    private static long bit(Fact fact, String value) {
        int index = fact.values().indexOf(value);
        if (index < 0) {
            index = fact.values().indexOf("OTHER");
        }
        if (index < 0) {
            index = fact.values().indexOf("NONE");
        }
        return index < 0 ? 0 : 1L << index;
    }

    List<Fact> facts() {
        return facts;
    }

    List<CompiledRow> rows() {
        return rows;
    }

    Map<String, List<CompiledRow>> actsByAspect() {
        return actsByAspect;
    }
}
