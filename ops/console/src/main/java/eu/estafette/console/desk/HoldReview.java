package eu.estafette.console.desk;

import eu.estafette.console.operations.HeldEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * What an operator says about an event that is held. It is an event itself; what comes of it is decided in its turn.
 *
 * @param eventId of the review
 * @param reason  in the operator's words; of DISCARD always there
 */
public record HoldReview(
        String eventId, Verdict verdict, HeldEvent held, String operator, Optional<String> reason, Instant at) {

    /** What is to be done with the held event. */
    public enum Verdict {
        /** It is decided again now. */
        REPLAY,
        /** It is given up. */
        DISCARD
    }
}
