package eu.estafette.kit.poll;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/**
 * Fetches from one place of one party, at intervals. Runs in one process at a time, a round after the other; whichever process runs it next
 * finds its state as the last committed batch left it.
 */
public interface Poller {

    /** The same after every start; decides which process runs it. Holds no person number: {@code training-csv/cvo-noord/0}. */
    String id();

    /** From the end of one round to the begin of the next; real time, because the partner's side runs in real time. */
    Duration interval();

    /**
     * One visit. On a virtual thread; may block. Returns early when {@link Round#goesOn} says so, at a place it can go on from.
     *
     * @throws IOException if the partner cannot be reached or does not do what it should; the next round tries again
     */
    void poll(Round round) throws IOException;

    /** How parts are read once more that it set aside; empty if they cannot be. */
    default Optional<Rereading> rereading() {
        return Optional.empty();
    }
}
