package eu.estafette.hub.delivery.lane;

import java.util.Collection;
import java.util.TreeSet;

/**
 * Up to where a lane partition is finished, while notices of different cases finish out of order. Everything below {@link #value()} is
 * finished, so that is what may be committed. Offsets may have gaps: transaction markers and what was deleted are never read.
 */
final class LowWaterMark {

    private final TreeSet<Long> open = new TreeSet<>();
    private long read;
    private long finished;

    /** @param start the first offset that is not yet finished */
    LowWaterMark(long start) {
        read = start;
        finished = start;
    }

    /** A record was read; offsets come in ascending order. */
    void read(long offset) {
        if (offset < read) {
            throw new IllegalArgumentException("offset " + offset + " was read after " + (read - 1));
        }
        open.add(offset);
        read = offset + 1;
    }

    /** A record that was read is finished. Telling it twice does no harm. */
    void finish(long offset) {
        if (open.remove(offset)) {
            finished = Math.max(finished, offset + 1);
        }
    }

    /** The offset to go on from: the first that is not finished. */
    long value() {
        return open.isEmpty() ? read : open.first();
    }

    /** What is finished above the mark; {@link LedgerEntry#NOTHING} where nothing is. */
    LedgerEntry above() {
        Collection<Long> waiting = open.headSet(finished);
        return waiting.isEmpty() ? LedgerEntry.NOTHING : new LedgerEntry(finished, waiting);
    }
}
