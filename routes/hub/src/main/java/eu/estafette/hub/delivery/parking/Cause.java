package eu.estafette.hub.delivery.parking;

import java.util.Optional;

/**
 * Why a notice that was set aside comes back.
 *
 * @param command  id of the operator's command; absent where what it waited for is gone by itself
 * @param operator who gave it, where that is still known
 * @param words    the operator's reason
 * @param edited   whether another, edited notice goes in its place
 * @param rate     calls a second at most; absent: the party's own rate
 */
public record Cause(
        Optional<String> command,
        Optional<String> operator,
        Optional<String> words,
        boolean edited,
        Optional<Integer> rate) {

    public static final Cause NONE =
            new Cause(Optional.empty(), Optional.empty(), Optional.empty(), false, Optional.empty());

    /** As far as it is remembered of a case whose notices follow because of a command. */
    public static Cause of(Optional<String> command, Optional<Integer> rate) {
        return new Cause(command, Optional.empty(), Optional.empty(), false, rate);
    }
}
