package eu.estafette.domain.cases;

import eu.estafette.domain.event.CaseEvent;
import java.time.Instant;

/**
 * An event that cannot be applied yet.
 *
 * @param number of what is held in this case, from 1
 * @param reason what it waits for: NO_CASE, NO_ROLE or NO_ORIGINAL
 * @param until  when it expires, the beginning of a day in Europe/Brussels
 */
public record HeldEvent(int number, CaseEvent event, String reason, Instant until) {

    /** Whether it is the same message or another one under the same version. */
    public boolean isVersionOf(CaseEvent other) {
        return event.line().equals(other.line())
                && event.action() == other.action()
                && event.version() == other.version();
    }
}
