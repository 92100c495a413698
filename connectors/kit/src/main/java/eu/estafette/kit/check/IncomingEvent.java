package eu.estafette.kit.check;

import com.fasterxml.jackson.databind.JsonNode;
import eu.estafette.kit.original.OriginalRef;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * A message as a connector read it: a CloudEvent in the making. Connectors of other standards translate into this form.
 *
 * @param attributes CloudEvents attributes by name, in the order of the message
 * @param data       the event's data; a missing node if there is none
 * @param where      how the partner finds the attributes back in what it sent
 * @param partial    the connector knows only part of the content; no partner can say so itself
 * @param original   what the connector was sent, if it is kept beside the event
 */
public record IncomingEvent(
        SequencedMap<String, String> attributes,
        JsonNode data,
        Where where,
        boolean partial,
        Optional<OriginalRef> original) {

    /** The CloudEvents attribute {@code service} of every event, as Belgif's profile has it. */
    public static final String SERVICE = "eu.estafette.case.v1";

    /** Where the attributes stood. */
    public enum Where {
        BODY,
        HEADERS
    }

    public IncomingEvent {
        attributes = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(attributes));
    }

    /** Of a partner that speaks CloudEvents itself. */
    public static IncomingEvent of(Map<String, String> attributes, JsonNode data, Where where) {
        return new IncomingEvent(new LinkedHashMap<>(attributes), data, where, false, Optional.empty());
    }

    /**
     * What a connector made of a message in another standard.
     *
     * @param original where the message itself is kept
     */
    public static IncomingEvent translated(
            Map<String, String> attributes, JsonNode data, boolean partial, OriginalRef original) {
        return new IncomingEvent(new LinkedHashMap<>(attributes), data, Where.BODY, partial, Optional.of(original));
    }

    /** The id, for an answer about this message; empty if there is none, or if it holds the number of the person it is about. */
    public Optional<String> quotableId() {
        return Optional.ofNullable(attributes.get("id")).flatMap(Echo.of(this)::id);
    }

    /** Shows neither data nor attributes: both may hold what no log may hold. */
    @Override
    public String toString() {
        return "IncomingEvent" + attributes.keySet();
    }
}
