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
    private final RowIndex index;
    private final Map<String, List<CompiledRow>> actsByAspect = new HashMap<>();

    EventRows(List<Fact> facts, List<CompiledRow> rows) {
        this.facts = List.copyOf(facts);
        this.rows = List.copyOf(rows);
        this.index = new RowIndex(facts, rows);
        rows.stream().filter(compiled -> compiled.row().isAct()).forEach(compiled -> actsByAspect
                .computeIfAbsent(compiled.row().aspect(), ignored -> new ArrayList<>())
                .add(compiled));
    }

    /** The rows that fire, in table order. Each fact is asked once. */
    List<Row> firing(FactSource source) {
        return index.firing(facts, source);
    }

    /** For each fact the bit of its value. */
    long[] state(FactSource source) {
        long[] state = new long[facts.size()];
        for (int slot = 0; slot < state.length; slot++) {
            state[slot] = bit(facts.get(slot), source.valueOf(facts.get(slot)));
        }
        return state;
    }

    private static long bit(Fact fact, String value) {
        int place = place(fact, value);
        return place < 0 ? 0 : 1L << place;
    }

    /** Where the value that counts stands among the fact's values: it itself, else OTHER, else NONE; -1 if there is none of them. */
    static int place(Fact fact, String value) {
        int place = fact.values().indexOf(value);
        if (place < 0) {
            place = fact.values().indexOf("OTHER");
        }
        return place < 0 ? fact.values().indexOf("NONE") : place;
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
