package eu.estafette.domain.table;

/**
 * A row with its conditions as bit masks over the values of facts.
 *
 * @param slots     which facts it asks, as places in the event's list
 * @param allowed   for each of them the values with which it fires
 * @param otherwise it fires when no other act row of its aspect does
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, and read in the inner loop of every decision
record CompiledRow(Row row, int[] slots, long[] allowed, boolean otherwise) {

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
