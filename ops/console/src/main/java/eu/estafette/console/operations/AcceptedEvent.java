package eu.estafette.console.operations;

import java.time.Instant;
import java.util.Optional;

/**
 * An event that was accepted, whatever came of it.
 *
 * @param place where it stands on {@code estafette.events}
 * @param party that sent it
 */
public record AcceptedEvent(
        String place,
        String id,
        String source,
        String party,
        String type,
        String businessKey,
        String action,
        int version,
        Optional<String> caseId,
        Optional<String> caseRef,
        Instant acceptedAt) {}
