package eu.estafette.hub.delivery.lane;

import eu.estafette.hub.delivery.time.Clocks;
import eu.estafette.hub.delivery.time.Due;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
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
 * LOADING: position and ledger are being read. HALTED: the position is lost, an operator must say where to go on. STOPPING: no call
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
    private final CaseQueues<LaneRecord> queues;
    private final NavigableMap<Long, LaneRecord> unfinished = new TreeMap<>();
    private final Map<Long, Tries> tries = new HashMap<>();
    private final Set<String> recalled = ConcurrentHashMap.newKeySet();
    private State state = State.LOADING;
    private int calling;
    private LaneStart start = new LaneStart(0, LedgerEntry.NOTHING, Optional.empty());
    private LowWaterMark mark = new LowWaterMark(0);

    public LanePartition(TopicPartition id, Clocks clocks) {
        this.id = id;
        this.queues = new CaseQueues<>(clocks);
    }

    public TopicPartition id() {
        return id;
    }

    /** Position and ledger are known: records from {@code start.position()} on may come. */
    public void start(LaneStart known) {
        start = known;
        mark = new LowWaterMark(known.position());
        state = known.lost().isPresent() ? State.HALTED : State.RUNNING;
    }

    /** Its position does not hold, or cannot be read yet. */
    public void halt(String why) {
        start = new LaneStart(start.position(), start.ledger(), Optional.of(why));
        state = isLoading() ? State.LOADING : State.HALTED;
    }

    /** Whether a call of it is under way. */
    public boolean isCalling() {
        return calling > 0;
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
        return start.lost();
    }

    /** A record was read. What the ledger knows as finished passes by. */
    public void read(LaneRecord record) {
        mark.read(record.offset());
        if (start.isFinished(record.offset())) {
            mark.finish(record.offset());
        } else {
            unfinished.put(record.offset(), record);
            queues.add(record.caseId(), record);
        }
    }

    /** The notice is asked back. */
    public void recall(String noticeId) {
        recalled.add(noticeId);
    }

    /** Nothing is to be caught of it any more. */
    public void resolveRecall(String noticeId) {
        recalled.remove(noticeId);
    }

    /** Whether the notice is asked back, as far as is known here. Calls under way look, too. */
    public boolean isRecalled(String noticeId) {
        return recalled.contains(noticeId);
    }

    /** Whether it is some notice's turn. */
    boolean isReady() {
        return isRunning() && queues.isReady();
    }

    /** The notice whose turn it is. */
    Optional<LaneRecord> take() {
        Optional<LaneRecord> next = isRunning() ? queues.take() : Optional.empty();
        calling += next.isPresent() ? 1 : 0;
        return next;
    }

    /** The call of one that was taken has ended. */
    void ended() {
        calling--;
    }

    /** It is finished, and about to be written so: {@link #mark()} and {@link #ledger()} tell it from now on. */
    public void finish(LaneRecord record) {
        mark.finish(record.offset());
    }

    /** That it is finished is written: the case's next may go. */
    public void next(LaneRecord record) {
        unfinished.remove(record.offset());
        tries.remove(record.offset());
        queues.done(record.caseId());
    }

    /** It goes again. */
    public void again(LaneRecord record, Tries charged, Due due) {
        tries.put(record.offset(), charged);
        queues.again(record.caseId(), due);
    }

    public Tries triesOf(LaneRecord record) {
        return tries.getOrDefault(record.offset(), Tries.NONE);
    }

    /** The offset to commit. */
    public long mark() {
        return mark.value();
    }

    /** What is finished above the mark. */
    public LedgerEntry ledger() {
        return mark.above();
    }

    int waiting() {
        return queues.size() - queues.inFlight();
    }

    int size() {
        return queues.size();
    }

    Optional<Instant> oldestSince() {
        return unfinished.isEmpty()
                ? Optional.empty()
                : Optional.of(unfinished.firstEntry().getValue().since());
    }
}
