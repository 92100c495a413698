package eu.estafette.hub.reconciliation;

import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts per party, one equation each.
 *
 * @param <S> the states of the equation's right side
 */
final class Tally<S extends Enum<S>> {

    private final Class<S> states;
    private final Map<String, Map<S, Long>> counts = new TreeMap<>();
    private final Map<String, Long> totals = new TreeMap<>();

    Tally(Class<S> states) {
        this.states = states;
    }

    /** One more of the left side. */
    void total(String party, long many) {
        totals.merge(party, many, Long::sum);
    }

    /** Of them so many are there. */
    void count(String party, S state, long many) {
        counts.computeIfAbsent(party, any -> new EnumMap<>(states)).merge(state, many, Long::sum);
    }

    /** By party, with every state. */
    Map<String, Sum<S>> sums() {
        Map<String, Sum<S>> sums = new TreeMap<>();
        totals.forEach((party, total) -> {
            Map<S, Long> found = counts.getOrDefault(party, Map.of());
            Map<S, Long> all = new EnumMap<>(states);
            for (S state : states.getEnumConstants()) {
                all.put(state, found.getOrDefault(state, 0L));
            }
            sums.put(party, new Sum<>(total, all));
        });
        return sums;
    }

    /**
     * One equation.
     *
     * @param total left side
     * @param parts right side
     */
    record Sum<S extends Enum<S>>(long total, Map<S, Long> parts) {

        boolean holds() {
            return total == parts.values().stream().mapToLong(Long::longValue).sum();
        }
    }
}
