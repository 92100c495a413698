package eu.estafette.hub.delivery.lane;

import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Notices that their receiver may have, though no call of theirs is known to have arrived; by their place on the lane. A call that ended without
 * a clear answer leaves one. An owner that did not stop in order may have left some: the first of each case among what it can have read.
 */
final class Doubts {

    private final SortedSet<Long> offsets = new TreeSet<>();
    private final Set<String> suspected = new HashSet<>();
    private int suspects;

    /**
     * @param known    as written by a former owner
     * @param readOnce how many notices a former owner that did not stop in order may have read; 0 where it did
     */
    void start(Collection<Long> known, int readOnce) {
        offsets.addAll(known);
        suspects = readOnce;
    }

    /** The next unfinished notice of the lane is read, of a case that is not parked. */
    void read(String caseId, long offset) {
        if (suspects > 0) {
            suspects--;
            if (suspected.add(caseId)) {
                offsets.add(offset);
            }
            if (suspects == 0) {
                suspected.clear();
            }
        }
    }

    void add(long offset) {
        offsets.add(offset);
    }

    void remove(long offset) {
        offsets.remove(offset);
    }

    boolean has(long offset) {
        return offsets.contains(offset);
    }

    SortedSet<Long> all() {
        return Collections.unmodifiableSortedSet(offsets);
    }
}
