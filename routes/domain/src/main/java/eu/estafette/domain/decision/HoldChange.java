package eu.estafette.domain.decision;

import eu.estafette.domain.cases.HeldNotice;
import java.util.Optional;

/**
 * What happened to a notice that waits for consent.
 *
 * @param reason why it expired: CONSENT_REFUSED, HOLD_OVER, NO_RECEIVER, STEP_CLOSED or STEP_MOVED
 */
public record HoldChange(HeldNotice notice, Change change, Optional<String> reason) {

    public enum Change {
        HELD,
        RELEASED,
        EXPIRED
    }
}
