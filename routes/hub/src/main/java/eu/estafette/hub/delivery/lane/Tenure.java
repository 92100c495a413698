package eu.estafette.hub.delivery.lane;

import java.util.Optional;

/**
 * One owner's time with a lane partition.
 *
 * <pre>
 *     LOADING ──► RUNNING ──► STOPPING ──► RELEASED
 *        └──────────► HALTED ─────────────────▲
 * </pre>
 *
 * LOADING: position, ledger and park state are being read. HALTED: the position is lost, an operator must say where to go on. STOPPING: no call
 * starts any more. RELEASED: owned by somebody else; what still comes in is ignored. Before its first call it is written that calls may be
 * under way from now on: it is opened.
 */
public final class Tenure {

    private enum State {
        LOADING,
        RUNNING,
        HALTED,
        STOPPING,
        RELEASED
    }

    private State state = State.LOADING;
    private boolean opened;
    private Optional<String> lost = Optional.empty();

    void start(LaneStart known) {
        lost = known.lost();
        opened = !known.lastWrite().closed();
        state = lost.isPresent() ? State.HALTED : State.RUNNING;
    }

    /** Its position does not hold, or cannot be read yet. */
    public void halt(String why) {
        lost = Optional.of(why);
        state = state == State.LOADING ? State.LOADING : State.HALTED;
    }

    /** It is written that calls may be under way from now on. */
    public void opened() {
        opened = true;
    }

    public boolean isOpened() {
        return opened;
    }

    public void stop() {
        state = state == State.RUNNING ? State.STOPPING : state;
    }

    public void release() {
        state = State.RELEASED;
    }

    /** Whether something may start. */
    boolean isOpen() {
        return isRunning() && opened;
    }

    boolean isRunning() {
        return state == State.RUNNING;
    }

    boolean isReleased() {
        return state == State.RELEASED;
    }

    /** Why it is halted. */
    public Optional<String> lost() {
        return lost;
    }
}
