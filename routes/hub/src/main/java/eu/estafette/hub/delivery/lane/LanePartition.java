package eu.estafette.hub.delivery.lane;

import eu.estafette.hub.delivery.lane.Errands.Errand;
import eu.estafette.hub.delivery.parking.Left;
import eu.estafette.hub.delivery.parking.Orders;
import eu.estafette.hub.delivery.parking.Parking;
import eu.estafette.hub.delivery.parking.SetAside;
import eu.estafette.hub.delivery.time.Clocks;
import eu.estafette.hub.delivery.time.Due;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/**
 * One partition of a lane for as long as this instance owns it. Confined to the poll thread, but for {@link #isRecalled}.
 *
 * <pre>
 *     LOADING ──► RUNNING ──► STOPPING ──► RELEASED
 *        └──────────► HALTED ─────────────────▲
 * </pre>
 *
 * LOADING: position, ledger and park state are being read. HALTED: the position is lost, an operator must say where to go on. STOPPING: no call
 * starts any more. RELEASED: owned by somebody else; what still comes in is ignored.
 */
public final class LanePartition {

    private enum State {
        LOADING,
        RUNNING,
        HALTED,
        STOPPING,
        RELEASED
    }

    private final TopicPartition id;
    private final CaseQueues<Queued> queues;
    private final Errands errands;
    private final Returns returns;
    private final Unfinished unfinished = new Unfinished();
    private final Map<Long, Tries> tries = new HashMap<>();
    private final Set<String> recalled = ConcurrentHashMap.newKeySet();
    private State state = State.LOADING;
    private boolean opened;
    private int underWay;
    private Optional<String> lost = Optional.empty();
    private final Valve valve;
    private Parking parking = new Parking(false);
    private Orders orders = new Left().orders();

    public LanePartition(TopicPartition id, Clocks clocks) {
        this.id = id;
        this.queues = new CaseQueues<>(clocks);
        this.errands = new Errands(clocks);
        this.returns = new Returns(queues, errands, clocks);
        this.valve = new Valve(clocks);
    }

    public TopicPartition id() {
        return id;
    }

    /**
     * Position, ledger and park state are known: records from {@code known.position()} on may come.
     *
     * @param parks    whether a case is parked when a notice of it dies
     * @param readOnce how many notices another owner can have read and not finished
     */
    public void start(LaneStart known, Left left, boolean parks, int readOnce) {
        parking = left.parking(parks);
        orders = left.orders();
        valve.set(left.pause());
        lost = known.lost();
        unfinished.start(known, parking, readOnce);
        opened = !known.lastWrite().closed();
        state = lost.isPresent() ? State.HALTED : State.RUNNING;
        recalled.forEach(this::catchIfSetAside);
    }

    /** Its position does not hold, or cannot be read yet. */
    public void halt(String why) {
        lost = Optional.of(why);
        state = isLoading() ? State.LOADING : State.HALTED;
    }

    /** It is written that calls may be under way from now on. */
    public void opened() {
        opened = true;
    }

    public boolean isOpened() {
        return opened;
    }

    /** Whether a call of it is under way. */
    public boolean isCalling() {
        return underWay > 0;
    }

    public void stop() {
        state = state == State.RUNNING ? State.STOPPING : state;
    }

    public void release() {
        state = State.RELEASED;
    }

    public boolean isLoading() {
        return state == State.LOADING;
    }

    public boolean isRunning() {
        return state == State.RUNNING;
    }

    public boolean isReleased() {
        return state == State.RELEASED;
    }

    /** Why it is halted. */
    public Optional<String> lost() {
        return lost;
    }

    /** A record was read. What the ledger knows as finished passes by; what belongs to a parked case is to follow it there. */
    public void read(LaneRecord record) {
        boolean parked = parking.isParked(record.caseId());
        if (!unfinished.read(record, parked)) {
            return;
        }
        if (parked) {
            move(record);
        } else {
            queues.add(record.caseId(), record);
        }
    }

    private void move(Queued record) {
        parking.moves(record.caseId());
        errands.add(record, Purpose.PARK);
    }

    /** The notice is asked back. */
    public void recall(String noticeId) {
        recalled.add(noticeId);
        catchIfSetAside(noticeId);
    }

    private void catchIfSetAside(String noticeId) {
        parking.find(noticeId).ifPresent(returns::caught);
    }

    /** Nothing is to be caught of it any more. */
    public void resolveRecall(String noticeId) {
        recalled.remove(noticeId);
    }

    /** Whether the notice is asked back, as far as is known here. Calls under way look, too. */
    public boolean isRecalled(String noticeId) {
        return recalled.contains(noticeId);
    }

    /** Whether it is some notice's turn to be delivered. */
    boolean isReady() {
        return isRunning() && opened && valve.isOpen(mark()) && queues.isReady();
    }

    boolean hasErrands() {
        return isRunning() && opened && errands.isReady();
    }

    /** The notice whose turn it is. */
    Optional<Queued> take() {
        Optional<Queued> next = isReady() ? queues.take() : Optional.empty();
        if (next.isPresent()) {
            underWay++;
            valve.called();
        }
        return next;
    }

    Optional<Errand> takeErrand() {
        Optional<Errand> next = hasErrands() ? errands.take() : Optional.empty();
        underWay += next.isPresent() ? 1 : 0;
        return next;
    }

    /** What one that was taken was for has ended. */
    void ended() {
        underWay--;
    }

    /** It is finished, and about to be written so: {@link #mark()} and {@link #ledger()} tell it from now on. */
    public void finish(Queued record, boolean setAside) {
        unfinished.finish(record, setAside);
    }

    /**
     * That it is finished is written: the case's next may go.
     *
     * @param left where it lies now; absent where it has come to its end
     */
    public void next(Call call, Optional<SetAside> left) {
        Queued record = call.record();
        unfinished.remove(record);
        tries.remove(record.offset());
        if (record instanceof BroughtBack back) {
            returns.done(back);
            parking.remove(back.aside().noticeId());
        }
        left.ifPresent(parking::put);
        switch (call.purpose()) {
            case DELIVER -> queues.done(record.caseId());
            case PARK -> parking.moved(record.caseId());
            case CATCH, DISCARD -> {}
        }
        left.ifPresent(this::followed);
    }

    private void followed(SetAside one) {
        if (parking.isParked(one.caseId())) {
            queues.remove(one.caseId(), LaneRecord.class::isInstance).forEach(this::move);
        }
        if (isRecalled(one.noticeId())) {
            returns.caught(one);
        }
    }

    /** It goes again. */
    public void again(Call call, Tries charged, Due due) {
        tries.put(call.record().offset(), charged);
        if (call.isOfPartner()) {
            queues.again(call.record().caseId(), due);
        } else {
            errands.again(call.record(), call.purpose(), due);
        }
    }

    public Tries triesOf(Queued record) {
        return tries.getOrDefault(record.offset(), Tries.NONE);
    }

    /** The offset to commit. */
    public long mark() {
        return unfinished.mark();
    }

    /** What is finished above the mark, and what is in doubt. */
    public LedgerEntry ledger() {
        return unfinished.ledger();
    }

    public void doubt(Queued record) {
        unfinished.doubt(record.offset());
    }

    /** Whether its receiver may have it, though that is not known. */
    public boolean isInDoubt(Queued record) {
        return unfinished.isInDoubt(record.offset());
    }

    /** What was set aside of it. */
    public Parking parking() {
        return parking;
    }

    /** What comes back of that. */
    public Returns returns() {
        return returns;
    }

    /** Whether calls may start, as operators want it. */
    public Valve valve() {
        return valve;
    }

    /** What operators told it to do. */
    public Orders orders() {
        return orders;
    }

    int waiting() {
        return queues.size() - queues.inFlight() + errands.waiting();
    }

    int size() {
        return unfinished.size();
    }

    Optional<Instant> oldestSince() {
        return unfinished.oldestSince();
    }
}
