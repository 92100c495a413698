package eu.estafette.hub.delivery.lane;

import eu.estafette.hub.delivery.lane.Errands.Errand;
import eu.estafette.hub.delivery.parking.Left;
import eu.estafette.hub.delivery.parking.Orders;
import eu.estafette.hub.delivery.parking.Parking;
import eu.estafette.hub.delivery.parking.SetAside;
import eu.estafette.hub.delivery.time.Clocks;
import eu.estafette.hub.delivery.time.Due;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.kafka.common.TopicPartition;

/**
 * One partition of a lane for as long as this instance owns it: what waits there, what of it was set aside, and what comes back of that.
 * Confined to the poll thread, but for {@link #isRecalled}.
 */
public final class LanePartition {

    private final TopicPartition id;
    private final CaseQueues<Queued> queues;
    private final Errands errands;
    private final Returns returns;
    private final Unfinished unfinished = new Unfinished();
    private final Set<String> recalled = ConcurrentHashMap.newKeySet();
    private final Tenure tenure = new Tenure();
    private int underWay;
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
        unfinished.start(known, parking, readOnce);
        tenure.start(known);
        recalled.forEach(this::catchIfSetAside);
    }

    /** From its assignment to its release. */
    public Tenure tenure() {
        return tenure;
    }

    public boolean isRunning() {
        return tenure.isRunning();
    }

    public boolean isReleased() {
        return tenure.isReleased();
    }

    /** Whether a call of it is under way. */
    public boolean isCalling() {
        return underWay > 0;
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
        return tenure.isOpen() && valve.isOpen(unfinished.mark()) && queues.isReady();
    }

    boolean hasErrands() {
        return tenure.isOpen() && errands.isReady();
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

    /**
     * That it is finished is written: the case's next may go.
     *
     * @param left where it lies now; absent where it has come to its end
     */
    public void next(Call call, Optional<SetAside> left) {
        Queued record = call.record();
        unfinished.remove(record);
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
        unfinished.charge(call.record(), charged);
        if (call.isOfPartner()) {
            queues.again(call.record().caseId(), due);
        } else {
            errands.again(call.record(), call.purpose(), due);
        }
    }

    /** What was read and is not finished: what its committed offset and ledger tell. */
    public Unfinished unfinished() {
        return unfinished;
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
}
