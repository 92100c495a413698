package eu.estafette.domain.decision;

import eu.estafette.domain.cases.HeldNotice;
import java.util.Optional;

/**
 * What happened to a notice that waits for consent.
 *
 * @param reason why it expired: CONSENT_REFUSED, HOLD_OVER, NO_RECEIVER, STEP_CLOSED or STEP_MOVED
 */
public record HoldChange(HeldNotice notice, Change change, Optional<String> reason) {

    /** WITHDRAWN with what it tells of; REPLACED by a newer one that tells the same to the same. */
    public enum Change {
        HELD,
        RELEASED,
        EXPIRED,
        WITHDRAWN,
        REPLACED
    }
}
