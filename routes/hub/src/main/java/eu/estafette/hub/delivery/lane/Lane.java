package eu.estafette.hub.delivery.lane;

import eu.estafette.hub.delivery.circuit.BackOff;
import eu.estafette.hub.delivery.lane.Errands.Errand;
import eu.estafette.hub.delivery.time.Clocks;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * The way out to one party: its window, its circuit, and the partitions of its topic that this instance owns. Confined to the poll
 * thread. Window and circuit outlive a rebalance, because they speak of the partner and not of who owns what.
 */
public final class Lane {

    private final String party;
    private final Terms terms;
    private final Reach reach;
    private final Clocks clocks;
    private final Pace pace;
    private final Deque<LanePartition> partitions = new ArrayDeque<>();
    private int inFlight;
    private int errands;

    public Lane(String party, Terms terms, BackOff backOff, Clocks clocks) {
        this.party = party;
        this.terms = terms;
        this.reach = new Reach(party, backOff, clocks);
        this.clocks = clocks;
        this.pace = Pace.of(terms.rate(), clocks);
    }

    public void add(LanePartition partition) {
        partitions.add(partition);
    }

    public void remove(LanePartition partition) {
        partitions.remove(partition);
    }

    /** Puts parked notices in their turn whose case goes on, as many as calls may start. */
    public void bringBack() {
        if (mayStart()) {
            partitions.stream().filter(LanePartition::isRunning).forEach(one -> one.returns()
                    .follow(one.parking(), terms.window()));
        }
    }

    /** Its partitions in which window, circuit and order allow a call now, or something is to be done without one. */
    public List<LanePartition> ready() {
        boolean calls = mayStart();
        return partitions.stream()
                .filter(one -> one.hasErrands() || calls && one.isReady())
                .toList();
    }

    /**
     * Starts the next thing that window, circuit and order allow.
     *
     * @param of partitions to start it in; what was asked back in the others is not known well enough
     */
    public Optional<Call> start(Collection<LanePartition> of) {
        return startErrand(of).or(() -> startCall(of));
    }

    private Optional<Call> startErrand(Collection<LanePartition> of) {
        for (LanePartition partition : of.isEmpty() ? List.<LanePartition>of() : partitions) {
            Optional<Errand> next = of.contains(partition) ? partition.takeErrand() : Optional.empty();
            if (next.isPresent()) {
                errands++;
                return Optional.of(new Call(
                        this, partition, next.get().record(), false, next.get().purpose()));
            }
        }
        return Optional.empty();
    }

    private Optional<Call> startCall(Collection<LanePartition> of) {
        if (!mayStart()) {
            return Optional.empty();
        }
        for (int turn = partitions.size(); turn > 0; turn--) {
            LanePartition partition = partitions.removeFirst();
            partitions.addLast(partition);
            Optional<Queued> next = of.contains(partition) ? partition.take() : Optional.empty();
            if (next.isPresent()) {
                pace.go();
                inFlight++;
                return Optional.of(new Call(this, partition, next.get(), reach.started(), Purpose.DELIVER));
            }
        }
        return Optional.empty();
    }

    /** A call has ended: its place in the window is free, and the partner is judged by it. */
    public void ended(Ended ended) {
        ended.call().partition().ended();
        if (!ended.call().isOfPartner()) {
            errands--;
            return;
        }
        inFlight--;
        reach.ended(ended);
    }

    private boolean mayStart() {
        return inFlight < terms.window()
                && reach.admits()
                && pace.mayGo()
                && quietUntil().isEmpty();
    }

    private Optional<Instant> quietUntil() {
        return terms.quiet().flatMap(quiet -> quiet.until(clocks.now()));
    }

    /**
     * Whether a partition should go on reading: while calls go, and until enough has been read to fill the window from many cases. While
     * they do not, one that was just assigned still reads, else there would be nothing to probe with.
     */
    public boolean wants(LanePartition partition, int readAhead) {
        return partition.isRunning() && partition.unfinished().size() < (reach.isClosed() ? readAhead : 1);
    }

    public LaneStatus status() {
        Optional<String> halted = partitions.stream()
                .flatMap(partition -> partition.tenure().lost().stream())
                .findFirst();
        return new LaneStatus(
                party,
                partitions.stream().mapToInt(LanePartition::waiting).sum(),
                inFlight,
                terms.window(),
                oldestSince(),
                reach.circuit(),
                reach.retryAt(),
                halted.isPresent(),
                halted.or(reach::trouble),
                partitions.stream().anyMatch(one -> one.valve().isPaused()),
                quietUntil(),
                partitions.stream().mapToInt(one -> one.parking().parkedCases()).sum(),
                partitions.stream()
                        .mapToInt(one -> one.parking().parkedNotices())
                        .sum());
    }

    public Terms terms() {
        return terms;
    }

    /** Whether something is under way. */
    public boolean isCalling() {
        return inFlight + errands > 0;
    }

    public boolean isOwned() {
        return !partitions.isEmpty();
    }

    private Optional<Instant> oldestSince() {
        return partitions.stream()
                .flatMap(partition -> partition.unfinished().oldestSince().stream())
                .min(Comparator.naturalOrder());
    }
}
