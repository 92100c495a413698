package eu.estafette.console.desk;

import eu.estafette.console.operations.AcceptedEvent;
import eu.estafette.console.operations.InvalidQueries.InvalidEvent;
import java.time.Instant;

/**
 * That an operator reads what a partner sent, as it was sent.
 *
 * @param reason why, in the operator's words
 */
public record OriginalReading(Of what, String operator, String reason, Instant at) {

    /** Which one. */
    public sealed interface Of {

        /** That of an event that was accepted; the event itself where nothing else is kept of it. */
        record Accepted(AcceptedEvent event) implements Of {}

        /** That in which a part stands that never became an event. */
        record SetAside(InvalidEvent part) implements Of {}

        /** @param sha256 64 hex characters, small letters */
        record Named(String sha256) implements Of {}
    }
}
