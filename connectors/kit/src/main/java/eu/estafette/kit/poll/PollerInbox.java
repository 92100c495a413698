package eu.estafette.kit.poll;

/**
 * Where a delivery leaves what a poller is to know: the two may run in different processes. Each thing is left once, under a key of its own
 * such as its notice's id; leaving it again changes nothing but may bring it back after it was taken. Thread-safe.
 */
public interface PollerInbox {

    /**
     * Durable when it returns; the poller finds it in its next round.
     *
     * @param poller {@link Poller#id}, whether or not such a poller runs
     * @param key    holds no person number; {@code value} may
     * @throws eu.estafette.kit.intake.IntakeUnavailableException if Kafka did not confirm in time; whether it was kept is then unknown
     */
    void leave(String poller, String key, byte[] value);
}
