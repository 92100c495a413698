package eu.estafette.hub.delivery.lane;

import eu.estafette.hub.delivery.circuit.BackOff;
import eu.estafette.hub.delivery.circuit.Circuit;
import eu.estafette.hub.delivery.circuit.CircuitState;
import eu.estafette.hub.delivery.lane.Errands.Errand;
import eu.estafette.hub.delivery.time.Clocks;
import eu.estafette.hub.delivery.time.Due;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.delivery.DeliveryResult.Gone;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;

/**
 * The way out to one party: its window, its circuit, and the partitions of its topic that this instance owns. Confined to the poll
 * thread. Window and circuit outlive a rebalance, because they speak of the partner and not of who owns what.
 */
public final class Lane {

    private static final Logger log = LoggerFactory.getLogger(Lane.class);

    private final String party;
    private final Terms terms;
    private final BackOff backOff;
    private final Clocks clocks;
    private final Pace pace;
    private final Deque<LanePartition> partitions = new ArrayDeque<>();
    private Circuit circuit = Circuit.CLOSED;
    private int inFlight;
    private int errands;
    private Optional<String> trouble = Optional.empty();

    public Lane(String party, Terms terms, BackOff backOff, Clocks clocks) {
        this.party = party;
        this.terms = terms;
        this.backOff = backOff;
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
                boolean probe = circuit.state() != CircuitState.CLOSED;
                circuit = circuit.started();
                pace.go();
                inFlight++;
                return Optional.of(new Call(this, partition, next.get(), probe, Purpose.DELIVER));
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
        boolean probe = ended.call().probe();
        CircuitState before = circuit.state();
        ended.result()
                .filter(any -> ended.notice().isPresent() || ended.call().record() instanceof LaneRecord)
                .ifPresentOrElse(
                        result -> judge(result, ended.notice().isPresent(), probe),
                        () -> circuit = circuit.unused(probe));
        logChange(before);
    }

    /** @param called whether the partner was called at all */
    private void judge(DeliveryResult result, boolean called, boolean probe) {
        circuit = switch (result) {
            case Delivered ignored -> circuit.answered(probe);
            case Refused ignored -> called ? circuit.answered(probe) : circuit.unused(probe);
            case PartnerTrouble failed -> circuit.troubled(probe, failed.retryAfter(), backOff);
            case Gone ignored -> circuit.gone();
        };
        trouble = switch (result) {
            case PartnerTrouble failed -> Optional.of(failed.detail());
            case Gone gone -> Optional.of(gone.detail());
            case Delivered ignored when isClosed() -> Optional.empty();
            case Delivered ignored -> trouble;
            case Refused ignored -> trouble;
        };
    }

    private boolean mayStart() {
        return inFlight < terms.window()
                && circuit.admits(clocks)
                && pace.mayGo()
                && quietUntil().isEmpty();
    }

    private Optional<Instant> quietUntil() {
        return terms.quiet().flatMap(quiet -> quiet.until(clocks.now()));
    }

    private void logChange(CircuitState before) {
        if (circuit.state() != before) {
            log.atLevel(isClosed() ? Level.INFO : Level.WARN)
                    .addKeyValue("party", party)
                    .addKeyValue("circuit", circuit.state())
                    .addKeyValue("retryAt", circuit.retryAt().map(Due::at).orElse(null))
                    .addKeyValue("trouble", trouble.orElse(null))
                    .log("Circuit changed");
        }
    }

    /**
     * Whether a partition should go on reading: while calls go, and until enough has been read to fill the window from many cases. While
     * they do not, one that was just assigned still reads, else there would be nothing to probe with.
     */
    public boolean wants(LanePartition partition, int readAhead) {
        return partition.isRunning() && partition.size() < (isClosed() ? readAhead : 1);
    }

    public LaneStatus status() {
        Optional<String> halted = partitions.stream()
                .flatMap(partition -> partition.lost().stream())
                .findFirst();
        return new LaneStatus(
                party,
                partitions.stream().mapToInt(LanePartition::waiting).sum(),
                inFlight,
                terms.window(),
                oldestSince(),
                circuit.state(),
                circuit.retryAt().map(Due::at),
                halted.isPresent(),
                halted.or(() -> trouble),
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

    private boolean isClosed() {
        return circuit.state() == CircuitState.CLOSED;
    }

    private Optional<Instant> oldestSince() {
        return partitions.stream()
                .flatMap(partition -> partition.oldestSince().stream())
                .min(Comparator.naturalOrder());
    }
}
