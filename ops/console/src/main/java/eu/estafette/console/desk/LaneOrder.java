package eu.estafette.console.desk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A command to the owner of a party's lane.
 *
 * @param commandId the same in all orders that were given at once
 * @param notices   of REPLAY and DISCARD, those that are meant and no others
 * @param canary    of REPLAY: one first, and the others only once it is delivered
 * @param wave      of REPLAY: so many at once
 * @param rate      calls a second while what waits is drained
 * @param editedBy  of DISCARD: id of the event that sends the notice anew
 */
public record LaneOrder(
        String commandId,
        Kind kind,
        String party,
        String operator,
        Optional<String> reason,
        Instant at,
        List<OnLane> notices,
        boolean canary,
        Optional<Integer> wave,
        Optional<Integer> rate,
        Optional<String> editedBy) {

    public LaneOrder {
        notices = List.copyOf(notices);
    }

    /** What is to be done. */
    public enum Kind {
        PAUSE,
        RESUME,
        REPLAY,
        DISCARD
    }

    /** A notice and the case under which it lies on its lane, which says in which partition. */
    public record OnLane(String noticeId, String caseId) {}
}
