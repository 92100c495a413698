package eu.estafette.hub.delivery.lane;

import java.util.Optional;

/**
 * Where a new owner begins with a lane partition.
 *
 * @param position  the first offset that was not finished when the owner before stopped
 * @param ledger    what was finished above it
 * @param lost      why the lane cannot start: its committed offset is none that the lane has, and any other would skip or repeat in silence
 * @param lastWrite what wrote the position
 */
public record LaneStart(long position, LedgerEntry ledger, Optional<String> lost, LastWrite lastWrite) {

    public boolean isFinished(long offset) {
        return offset < position || ledger.isFinished(offset);
    }
}
