package eu.estafette.hub.delivery.command;

import eu.estafette.contract.message.LaneCommand;
import eu.estafette.hub.delivery.lane.LanePartition;
import eu.estafette.hub.delivery.lane.Pace;
import eu.estafette.hub.delivery.lane.Returns;
import eu.estafette.hub.delivery.parking.Cause;
import eu.estafette.hub.delivery.parking.Parking;
import eu.estafette.hub.delivery.parking.Progress;
import eu.estafette.hub.delivery.parking.SetAside;
import eu.estafette.hub.delivery.parking.Shelf;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/**
 * A replay or discard under way in one lane partition: which of its frozen notices come next. A replay sends one first, then wave after wave, and
 * of each case the oldest first, with the parked ones before the next dead one. It follows from what is still dead, so it goes on after a
 * restart where it was. Confined to the poll thread.
 */
final class Work {

    /** What came of it. */
    enum End {
        DONE,
        FAILED,
        BLOCKED
    }

    private static final int DISCARDED_AT_ONCE = 64;

    private final LaneCommand command;
    private final LanePartition partition;
    private final Progress progress;
    private final Cause cause;
    private final Pace pace;
    private final SequencedSet<String> left = new LinkedHashSet<>();
    private final Set<String> underWay = new HashSet<>();
    private int ofWave;

    Work(LaneCommand command, LanePartition partition, Progress progress) {
        this.command = command;
        this.partition = partition;
        this.progress = progress;
        this.cause = cause(command);
        this.pace = partition.returns().pace(cause);
        command.getNotices().stream()
                .flatMap(id -> dead(id).stream())
                .sorted(Comparator.comparingLong(SetAside::offset))
                .forEach(one -> left.add(one.noticeId()));
    }

    private static Cause cause(LaneCommand command) {
        return new Cause(
                Optional.of(command.getCommandId()),
                Optional.of(command.getOperator()),
                Optional.ofNullable(command.getReason()),
                command.getEditedBy() != null,
                Optional.ofNullable(command.getRate()));
    }

    LaneCommand command() {
        return command;
    }

    LanePartition partition() {
        return partition;
    }

    Progress progress() {
        return progress;
    }

    /** Notices that it names and that are still dead. */
    int left() {
        return (int) command.getNotices().stream()
                .filter(id -> dead(id).isPresent())
                .distinct()
                .count();
    }

    /**
     * Lets the next ones come back that may, as many at once as the lane's window has places.
     *
     * @return how it ended; empty while it goes on
     */
    Optional<End> step() {
        Returns returns = partition.returns();
        underWay.removeIf(id -> !returns.isUnderWay(id));
        if (progress.isStopping()) {
            returns.takeBack(underWay);
            underWay.removeIf(id -> !returns.isUnderWay(id));
            return underWay.isEmpty() ? Optional.of(End.FAILED) : Optional.empty();
        }
        boolean waiting = begin();
        if (!underWay.isEmpty() || waiting) {
            return Optional.empty();
        }
        return Optional.of(left.isEmpty() ? End.DONE : End.BLOCKED);
    }

    /** Whether some of what is left can still have its turn. */
    private boolean begin() {
        boolean waiting = false;
        Iterator<String> next = left.iterator();
        while (next.hasNext()) {
            Optional<SetAside> one = dead(next.next());
            if (one.isEmpty()) {
                next.remove();
                continue;
            }
            if (!isTurnOf(one.get())) {
                waiting |= isComing(one.get());
                continue;
            }
            if (room() <= 0 || !pace.mayGo()) {
                return true;
            }
            next.remove();
            send(one.get());
        }
        return waiting;
    }

    private void send(SetAside one) {
        underWay.add(one.noticeId());
        if (isReplay()) {
            pace.go();
            ofWave--;
            partition.returns().deliver(one, cause);
        } else {
            partition.returns().discard(one, cause);
        }
    }

    private int room() {
        if (!isReplay()) {
            return DISCARDED_AT_ONCE - underWay.size();
        }
        int room = partition.returns().atOnce() - underWay.size();
        if (command.getCanary() && !progress.hasDelivered()) {
            return underWay.isEmpty() ? ofWave = 1 : 0;
        }
        if (ofWave <= 0 && underWay.isEmpty()) {
            Integer wave = command.getWave();
            ofWave = wave == null ? Integer.MAX_VALUE : wave;
        }
        return Math.min(room, ofWave);
    }

    /** Of a parked case the oldest goes first; of any case only one. */
    private boolean isTurnOf(SetAside one) {
        Parking parking = partition.parking();
        boolean isFirst = !isReplay()
                || !parking.isParked(one.caseId())
                || !parking.parks()
                || parking.first(one.caseId()).filter(one::equals).isPresent();
        return isFirst && partition.returns().mayCome(one);
    }

    /** Whether what stands before it in its case goes of itself or by this. */
    private boolean isComing(SetAside one) {
        return !partition.returns().mayCome(one)
                || partition
                        .parking()
                        .first(one.caseId())
                        .filter(first -> first.shelf() == Shelf.PARKED || left.contains(first.noticeId()))
                        .isPresent();
    }

    private Optional<SetAside> dead(String noticeId) {
        return partition.parking().find(noticeId).filter(one -> one.shelf() == Shelf.DEAD);
    }

    private boolean isReplay() {
        return command.getKind().equals(Refusal.REPLAY);
    }

    /** Of its notices, those that were dead when it began. */
    int meant() {
        return List.copyOf(new HashSet<>(command.getNotices())).size() - progress.skipped();
    }
}
