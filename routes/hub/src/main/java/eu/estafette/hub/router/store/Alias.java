package eu.estafette.hub.router.store;

import eu.estafette.kit.token.SubjectKey;
import java.time.Duration;
import java.time.Instant;

/**
 * What is left under a subject key whose case went to another one: where to.
 *
 * @param lastUsed to the day, so that busy days cost one write
 */
public record Alias(SubjectKey to, Instant lastUsed) {

    /** How long partners may go on using the old number and the old caseRef. */
    static final Duration KEPT = Duration.ofDays(400);

    private static final Duration TO_THE = Duration.ofDays(1);

    /** When it is forgotten, if nobody uses it again. */
    public Instant until() {
        return lastUsed.plus(KEPT);
    }

    /** The same object if it was used on this day already. */
    public Alias used(Instant now) {
        return now.isBefore(lastUsed.plus(TO_THE)) ? this : new Alias(to, now);
    }
}
