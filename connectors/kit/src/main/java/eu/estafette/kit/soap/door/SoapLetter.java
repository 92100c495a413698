package eu.estafette.kit.soap.door;

/**
 * What a door leaves for a poller by way of its {@link eu.estafette.kit.poll.PollerInbox}, where a message becomes events only beside what came
 * before it.
 *
 * @param poller {@link eu.estafette.kit.poll.Poller#id}
 * @param key    holds no person number; {@code value} may
 */
public record SoapLetter(String poller, String key, byte[] value) {

    /** Without the value. */
    @Override
    public String toString() {
        return "SoapLetter[" + poller + ", " + key + "]";
    }
}
