package eu.estafette.kit.poll;

import java.time.Instant;
import java.util.Optional;

/** What a poller has to work with during one visit. Not thread-safe. */
public interface Round {

    /** The hub's time. */
    Instant now();

    /** Whether this process still is to run the poller. What is done after it is not can no longer be committed. */
    boolean goesOn();

    /** What a committed batch has put under this key, in this process or in another one. */
    Optional<byte[]> state(String key);

    /** A new one; at most one at a time is open. */
    Batch begin();
}
