package eu.estafette.domain.table;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * For each value of each fact the rows that it lets fire, a bit each: which rows fire is an intersection, so that a table costs by the facts
 * it asks and hardly by its rows.
 */
final class RowIndex {

    private final List<CompiledRow> rows;
    private final long[] candidates;

    /** By fact, by value; behind the last value what any other one lets fire, which is the rows that do not ask. */
    private final long[][][] letting;

    /** Rows that wait for others to fail, each with those. */
    private final int[] waiting;

    private final long[][] rivals;

    RowIndex(List<Fact> facts, List<CompiledRow> rows) {
        this.rows = List.copyOf(rows);
        this.candidates = bits(row -> !row.otherwise());
        this.letting = new long[facts.size()][][];
        for (int slot = 0; slot < letting.length; slot++) {
            letting[slot] = byValue(slot, facts.get(slot).values().size());
        }
        this.waiting = java.util.stream.IntStream.range(0, rows.size())
                .filter(at -> rows.get(at).otherwise())
                .toArray();
        this.rivals = Arrays.stream(waiting)
                .mapToObj(at -> rows.get(at).row().aspect())
                .map(aspect -> bits(row -> row.row().isAct()
                        && !row.otherwise()
                        && row.row().aspect().equals(aspect)))
                .toArray(long[][]::new);
    }

    private interface Which {
        boolean is(CompiledRow row);
    }

    private long[] bits(Which which) {
        long[] bits = new long[(rows.size() + Long.SIZE - 1) / Long.SIZE];
        for (int at = 0; at < rows.size(); at++) {
            if (which.is(rows.get(at))) {
                set(bits, at);
            }
        }
        return bits;
    }

    private long[][] byValue(int slot, int values) {
        long[][] byValue = new long[values + 1][];
        for (int value = 0; value < values; value++) {
            long bit = 1L << value;
            byValue[value] = bits(row -> (row.allowed(slot) & bit) != 0);
        }
        byValue[values] = bits(row -> row.allowed(slot) == CompiledRow.ANY);
        return byValue;
    }

    /** The rows that fire, in table order. */
    List<Row> firing(List<Fact> facts, FactSource source) {
        long[] alive = candidates.clone();
        for (int slot = 0; slot < letting.length; slot++) {
            Fact fact = facts.get(slot);
            int value = EventRows.place(fact, source.valueOf(fact));
            long[][] byValue = letting[slot];
            narrow(alive, byValue[value < 0 ? byValue.length - 1 : value]);
        }
        for (int at = 0; at < waiting.length; at++) {
            if (areApart(alive, rivals[at])) {
                set(alive, waiting[at]);
            }
        }
        return rows(alive);
    }

    private List<Row> rows(long[] alive) {
        int many = 0;
        for (long word : alive) {
            many += Long.bitCount(word);
        }
        List<Row> firing = new ArrayList<>(many);
        for (int word = 0; word < alive.length; word++) {
            for (long left = alive[word]; left != 0; left &= left - 1) {
                firing.add(rows.get(word * Long.SIZE + Long.numberOfTrailingZeros(left))
                        .row());
            }
        }
        return firing;
    }

    private static void narrow(long[] alive, long[] by) {
        for (int word = 0; word < alive.length; word++) {
            alive[word] &= by[word];
        }
    }

    private static boolean areApart(long[] one, long[] other) {
        for (int word = 0; word < one.length; word++) {
            if ((one[word] & other[word]) != 0) {
                return false;
            }
        }
        return true;
    }

    private static void set(long[] bits, int at) {
        bits[at / Long.SIZE] |= 1L << at % Long.SIZE;
    }
}
