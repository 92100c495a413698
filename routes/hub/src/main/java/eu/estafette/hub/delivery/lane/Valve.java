package eu.estafette.hub.delivery.lane;

import eu.estafette.hub.delivery.parking.PauseState;
import eu.estafette.hub.delivery.time.Clocks;

/** Whether calls of a lane partition may start: not while it is paused, and at a rate while what waited meanwhile is drained. */
public final class Valve {

    private final Clocks clocks;
    private PauseState state = PauseState.FLOWING;
    private Pace pace;

    Valve(Clocks clocks) {
        this.clocks = clocks;
        this.pace = Pace.of(state.rate(), clocks);
    }

    public void set(PauseState now) {
        state = now;
        pace = Pace.of(now.rate(), clocks);
    }

    public boolean isPaused() {
        return state.paused();
    }

    /** @param mark up to where the partition is finished */
    boolean isOpen(long mark) {
        if (state.rate().isPresent() && mark >= state.upTo()) {
            set(PauseState.FLOWING);
        }
        return !state.paused() && pace.mayGo();
    }

    /** A call starts. */
    void called() {
        pace.go();
    }
}
