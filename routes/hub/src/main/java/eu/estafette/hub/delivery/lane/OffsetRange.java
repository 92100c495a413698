package eu.estafette.hub.delivery.lane;

/**
 * What a partition holds.
 *
 * @param begin its first offset
 * @param end   the offset after its last
 */
record OffsetRange(long begin, long end) {

    boolean isEmpty() {
        return begin >= end;
    }

    /** An offset to go on from; the end is one, where all before it is done. */
    boolean holds(long position) {
        return begin <= position && position <= end;
    }

    /** So many offsets before the end, if there are as many. */
    long back(long offsets) {
        return Math.max(begin, end - offsets);
    }
}
