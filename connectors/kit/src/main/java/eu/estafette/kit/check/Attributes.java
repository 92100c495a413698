package eu.estafette.kit.check;

import eu.estafette.domain.event.EventType;
import java.time.Instant;
import java.util.Optional;

/** The CloudEvents attributes of a message that has none at fault. */
record Attributes(
        String id,
        String source,
        EventType type,
        Instant time,
        Optional<String> relatedTo,
        Optional<String> relatedToSource,
        Optional<String> correlationId,
        Optional<String> causationId) {}
