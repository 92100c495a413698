package eu.estafette.domain.table;

/**
 * A row with its conditions as bit masks over the values of facts.
 *
 * @param slots     which facts it asks, as places in the event's list
 * @param allowed   for each of them the values with which it fires
 * @param otherwise it fires when no other act row of its aspect does
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and read for every state that a table is checked with
record CompiledRow(Row row, int[] slots, long[] allowed, boolean otherwise) {

    /** Whatever a fact says. */
    static final long ANY = -1L;

    /** The values of a fact with which it may fire. */
    long allowed(int slot) {
        for (int at = 0; at < slots.length; at++) {
            if (slots[at] == slot) {
                return allowed[at];
            }
        }
        return ANY;
    }

    /** @param state for each fact of the event, the bit of its value */
    boolean matches(long[] state) {
        for (int at = 0; at < slots.length; at++) {
            if ((allowed[at] & state[slots[at]]) == 0) {
                return false;
            }
        }
        return true;
    }
}
