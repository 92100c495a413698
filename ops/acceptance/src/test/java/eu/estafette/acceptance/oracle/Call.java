package eu.estafette.acceptance.oracle;

import java.time.Instant;

/**
 * One call as a receiver saw it.
 *
 * @param part    what tells two notices about one event to one receiver apart: role, person, purpose, view, step
 * @param content equal for equal contents
 */
public record Call(
        Instant at, String receiver, String noticeId, Cause cause, String part, String content, Answer answer) {

    /** What the receiver made of it. */
    public enum Answer {
        /** Kept, and said so. */
        KEPT,
        /** Kept, but nobody heard of that: it closed the connection, or answered too late. */
        KEPT_UNHEARD,
        /** Not kept. */
        REFUSED
    }

    boolean isKept() {
        return answer != Answer.REFUSED;
    }
}
