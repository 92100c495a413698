package eu.estafette.domain.table;

import eu.estafette.domain.event.EventType;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Turns the rows of one event type into bit masks, and finds conditions that ask what does not exist or can never hold. */
final class RowCompiler {

    private final FactCatalogue catalogue;
    private final EventType event;
    private final Faults faults;
    private final SequencedMap<Fact, Integer> slots = new LinkedHashMap<>();

    RowCompiler(FactCatalogue catalogue, EventType event, Faults faults) {
        this.catalogue = catalogue;
        this.event = event;
        this.faults = faults;
    }

    EventRows compile(List<Row> rows) {
        List<CompiledRow> compiled = new ArrayList<>();
        rows.forEach(row -> compile(row).ifPresent(compiled::add));
        return new EventRows(List.copyOf(slots.keySet()), compiled);
    }

    private Optional<CompiledRow> compile(Row row) {
        SequencedMap<Integer, Long> masks = new LinkedHashMap<>();
        boolean sound =
                switch (row.when()) {
                    case When.All(List<When.Condition> conditions) -> fill(masks, conditions, row.place());
                    case When.Always ignored -> true;
                    case When.Otherwise ignored -> true;
                };
        if (!sound) {
            return Optional.empty();
        }
        return Optional.of(new CompiledRow(
                row,
                masks.keySet().stream().mapToInt(Integer::intValue).toArray(),
                masks.values().stream().mapToLong(Long::longValue).toArray(),
                row.when() instanceof When.Otherwise));
    }

    private boolean fill(SequencedMap<Integer, Long> masks, List<When.Condition> conditions, Place place) {
        boolean sound = true;
        for (When.Condition condition : conditions) {
            Optional<Fact> fact = catalogue.find(event, condition.fact());
            if (fact.isEmpty()) {
                faults.add(place.fault(
                        RulesetFault.Kind.UNKNOWN_FACT,
                        "%s has no fact '%s'".formatted(event.shortName(), condition.fact())));
                sound = false;
            } else {
                sound &= knowsValues(fact.get(), condition, place);
                int slot = slots.computeIfAbsent(fact.get(), ignored -> slots.size());
                masks.merge(slot, mask(fact.get(), condition), (one, other) -> one & other);
            }
        }
        if (sound && masks.containsValue(0L)) {
            faults.add(place.fault(
                    RulesetFault.Kind.UNREACHABLE,
                    "no combination of facts of %s fulfils these conditions".formatted(event.shortName())));
        }
        return sound;
    }

    private boolean knowsValues(Fact fact, When.Condition condition, Place place) {
        List<String> unknown = condition.values().stream()
                .filter(value -> !fact.values().contains(value))
                .sorted()
                .toList();
        unknown.forEach(value -> faults.add(place.fault(
                RulesetFault.Kind.UNKNOWN_VALUE,
                "'%s' is never %s of %s".formatted(value, condition.fact(), event.shortName()))));
        return unknown.isEmpty();
    }

    private static long mask(Fact fact, When.Condition condition) {
        long mask = 0;
        for (int index = 0; index < fact.values().size(); index++) {
            if (condition.values().contains(fact.values().get(index)) != condition.negated()) {
                mask |= 1L << index;
            }
        }
        return mask;
    }
}
