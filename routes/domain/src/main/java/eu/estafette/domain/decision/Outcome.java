package eu.estafette.domain.decision;

import java.util.Optional;

/** What became of an event. */
public sealed interface Outcome {

    /** Applied. The note says when it had no effect (SUPERSEDED, ECHO) or less than usual. */
    record Routed(Optional<String> note) implements Outcome {}

    /** Kept until what it needs is there, such as a case (NO_CASE) or a role of its sender (NO_ROLE). */
    record Held(String reason, java.time.Instant until) implements Outcome {}

    /** Said before, word for word; nothing follows from it. */
    record Duplicate() implements Outcome {}

    /** Not applied, for a reason the sender sees: VERSION_REUSED, STEP_CLOSED, OUTCOME_NOT_OFFERED, NOT_ENTITLED … */
    record Refused(String reason) implements Outcome {}

    /** Never took effect: it had been withdrawn before it came. */
    record Withdrawn() implements Outcome {}
}
