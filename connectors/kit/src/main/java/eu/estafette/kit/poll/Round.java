package eu.estafette.kit.poll;

import java.time.Instant;
import java.util.Optional;
import java.util.SortedMap;

/** What a poller has to work with during one visit. Not thread-safe. */
public interface Round {

    /** The hub's time. */
    Instant now();

    /** Whether this process still is to run the poller. What is done after it is not can no longer be committed. */
    boolean goesOn();

    /** What a committed batch has put under this key, in this process or in another one. */
    Optional<byte[]> state(String key);

    /** All that committed batches have put under keys that begin so, by key. */
    SortedMap<String, byte[]> states(String prefix);

    /** What was left for this poller by way of its {@link PollerInbox}, in whatever process, and has not been taken; by key. */
    SortedMap<String, byte[]> left();

    /** A new one; at most one at a time is open. */
    Batch begin();
}
