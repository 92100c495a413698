package eu.estafette.kit.poll;

import eu.estafette.kit.check.Verdict;

/**
 * Events and the position behind them, in one piece: all of it or nothing, so that after a crash nothing of a partner's file is read twice
 * and nothing is passed over. One that is not committed leaves nothing behind. Not thread-safe.
 */
public interface Batch extends AutoCloseable {

    /** Brings in an event. */
    void accept(Verdict.Accepted accepted);

    /** Sets aside a part that cannot become an event, for the operators to see. */
    void setAside(SetAside part);

    /** Remembers; what was under this key is gone. Keys hold no person number; values may. */
    void put(String key, byte[] value);

    /** Forgets. */
    void remove(String key);

    /** Done with what was {@link Round#left left} under this key: it is gone once this is committed. */
    void take(String key);

    /**
     * Durable when it returns; the batch is closed then.
     *
     * @throws eu.estafette.kit.intake.IntakeUnavailableException if Kafka did not confirm, or another process runs the poller by now; the next
     *     round, wherever it runs, goes on from what is committed
     */
    void commit();

    /** Gives up what is not committed. */
    @Override
    void close();
}
