package eu.estafette.console.operations;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/** The lanes as they run at this moment; the delivery flow knows. */
public interface LaneStates {

    /** By party; lanes that another process delivers are absent. Never blocks. */
    Map<String, LaneState> lanes();

    /**
     * One lane.
     *
     * @param inFlight calls that are running
     * @param window   most calls at once
     * @param since    when the circuit got its state, in real time
     * @param nextTry  when an open circuit is probed
     * @param trouble  why it is not closed, one sentence without anything personal
     * @param paused   whether an operator paused it
     * @param quiet    until when the party has quiet hours, in the hub's time
     */
    record LaneState(
            int inFlight,
            int window,
            Circuit circuit,
            Optional<Instant> since,
            Optional<Instant> nextTry,
            Optional<String> trouble,
            boolean paused,
            Optional<Instant> quiet) {}

    /** Whether a party is called. */
    enum Circuit {
        /** It is. */
        CLOSED,
        /** It had trouble; its notices wait until a probe succeeds. */
        OPEN,
        /** One call is under way to see whether it is back. */
        PROBING,
        /** The hub itself stopped the lane: something on it was lost, and going on would break the order. */
        HALTED,
        /** Its address is no more; operators must give a new one. */
        DISABLED
    }
}
