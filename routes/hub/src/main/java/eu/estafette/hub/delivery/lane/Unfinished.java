package eu.estafette.hub.delivery.lane;

import eu.estafette.hub.delivery.parking.Parking;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** What was read of a lane partition and is not finished, and what of it is in doubt: the state that its committed offset and ledger tell. */
public final class Unfinished {

    private final NavigableMap<Long, LaneRecord> records = new TreeMap<>();
    private final Map<Long, Tries> tries = new HashMap<>();
    private final Doubts doubts = new Doubts();
    private LaneStart start = new LaneStart(0, LedgerEntry.NOTHING, Optional.empty(), LastWrite.NEVER);
    private LowWaterMark mark = new LowWaterMark(0);

    /** @param readOnce how many notices another owner can have read and not finished */
    void start(LaneStart known, Parking parking, int readOnce) {
        start = known;
        mark = new LowWaterMark(known.position());
        boolean inOrder = known.lastWrite().closed();
        doubts.start(stillOpen(known, parking), inOrder ? 0 : readOnce);
        if (!inOrder) {
            parking.free(Integer.MAX_VALUE, any -> true).forEach(one -> doubts.add(one.offset()));
        }
    }

    private static SortedSet<Long> stillOpen(LaneStart known, Parking parking) {
        SortedSet<Long> open = new TreeSet<>(known.ledger().doubt());
        if (!open.isEmpty()) {
            Set<Long> setAside = parking.offsets();
            open.removeIf(offset -> known.isFinished(offset) && !setAside.contains(offset));
        }
        return open;
    }

    /** Whether it is yet to be finished. */
    boolean read(LaneRecord record, boolean parked) {
        mark.read(record.offset());
        if (start.isFinished(record.offset())) {
            mark.finish(record.offset());
            return false;
        }
        records.put(record.offset(), record);
        if (!parked) {
            doubts.read(record.caseId(), record.offset());
        }
        return true;
    }

    /**
     * It is finished, and about to be written so: {@link #mark()} and {@link #ledger()} tell it from now on.
     *
     * @param setAside whether it is not at its end, so that a doubt about it stays
     */
    public void finish(Queued record, boolean setAside) {
        if (record instanceof LaneRecord) {
            mark.finish(record.offset());
        }
        if (!setAside) {
            doubts.remove(record.offset());
        }
    }

    /** That it is finished is written. */
    void remove(Queued record) {
        tries.remove(record.offset());
        if (record instanceof LaneRecord) {
            records.remove(record.offset());
        }
    }

    void charge(Queued record, Tries charged) {
        tries.put(record.offset(), charged);
    }

    public Tries triesOf(Queued record) {
        return tries.getOrDefault(record.offset(), Tries.NONE);
    }

    /** Its receiver may have it, though that is not known. */
    public void doubt(Queued record) {
        doubts.add(record.offset());
    }

    public boolean isInDoubt(Queued record) {
        return doubts.has(record.offset());
    }

    /** The offset to commit. */
    public long mark() {
        return mark.value();
    }

    /** What is finished above the mark, and what is in doubt. */
    public LedgerEntry ledger() {
        LedgerEntry above = mark.above();
        return doubts.all().isEmpty() ? above : above.inDoubt(doubts.all());
    }

    int size() {
        return records.size();
    }

    /** Since when its oldest is on the lane, in real time. */
    Optional<Instant> oldestSince() {
        return records.isEmpty()
                ? Optional.empty()
                : Optional.of(records.firstEntry().getValue().since());
    }
}
