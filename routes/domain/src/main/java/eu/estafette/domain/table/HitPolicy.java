package eu.estafette.domain.table;

import eu.estafette.domain.event.EventType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Exactly one act row per event and aspect matches, in whatever state the case is. Shown by trying all combinations of the facts that the
 * act rows ask.
 */
final class HitPolicy {

    private final String table;
    private final Place tablePlace;
    private final EventType event;
    private final EventRows rows;
    private final Faults faults;

    HitPolicy(String table, Place tablePlace, EventType event, EventRows rows, Faults faults) {
        this.table = table;
        this.tablePlace = tablePlace;
        this.event = event;
        this.rows = rows;
        this.faults = faults;
    }

    void check() {
        rows.actsByAspect().forEach(this::check);
    }

    private void check(String aspect, List<CompiledRow> acts) {
        List<CompiledRow> otherwise =
                acts.stream().filter(CompiledRow::otherwise).toList();
        otherwise.stream()
                .filter(act -> act.row().effects().stream().anyMatch(Effect.NoAct.class::isInstance))
                .forEach(act -> faults.add(
                        act.row().place().fault(RulesetFault.Kind.GAP, "otherwise with act:NONE would hide a gap")));
        int[] asked = acts.stream()
                .flatMapToInt(act -> java.util.Arrays.stream(act.slots()))
                .distinct()
                .sorted()
                .toArray();
        Set<RulesetFault.Kind> found = EnumSet.noneOf(RulesetFault.Kind.class);
        int[] values = new int[asked.length];
        do {
            long[] state = state(asked, values);
            List<CompiledRow> hits = hits(acts, otherwise, state);
            if (hits.size() > 1 && found.add(RulesetFault.Kind.OVERLAP)) {
                report(RulesetFault.Kind.OVERLAP, aspect, hits, describe(asked, values));
            } else if (hits.isEmpty() && found.add(RulesetFault.Kind.GAP)) {
                report(RulesetFault.Kind.GAP, aspect, acts, describe(asked, values));
            }
        } while (advance(asked, values));
    }

    private static List<CompiledRow> hits(List<CompiledRow> acts, List<CompiledRow> otherwise, long[] state) {
        List<CompiledRow> hits = new ArrayList<>();
        for (CompiledRow act : acts) {
            if (!act.otherwise() && act.matches(state)) {
                hits.add(act);
            }
        }
        return hits.isEmpty() ? otherwise : hits;
    }

    private long[] state(int[] asked, int[] values) {
        long[] state = new long[rows.facts().size()];
        for (int at = 0; at < asked.length; at++) {
            state[asked[at]] = 1L << values[at];
        }
        return state;
    }

    private boolean advance(int[] asked, int[] values) {
        for (int at = 0; at < asked.length; at++) {
            if (++values[at] < rows.facts().get(asked[at]).values().size()) {
                return true;
            }
            values[at] = 0;
        }
        return false;
    }

    private void report(RulesetFault.Kind kind, String aspect, List<CompiledRow> involved, String state) {
        Set<String> ids = involved.stream().map(act -> act.row().id()).collect(Collectors.toCollection(TreeSet::new));
        String says = kind == RulesetFault.Kind.GAP ? "no act row matches" : "several act rows match";
        faults.add(new RulesetFault(
                tablePlace.file(),
                tablePlace.line(),
                String.join(" ", ids),
                kind,
                "in %s, %s %s: %s when %s".formatted(table, event.shortName(), aspect, says, state)));
    }

    private String describe(int[] asked, int[] values) {
        List<String> parts = new ArrayList<>();
        for (int at = 0; at < asked.length; at++) {
            Fact fact = rows.facts().get(asked[at]);
            parts.add(fact.name() + "=" + fact.values().get(values[at]));
        }
        return parts.isEmpty() ? "always" : String.join(" & ", parts);
    }
}
