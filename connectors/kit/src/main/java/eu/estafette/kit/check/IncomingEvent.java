package eu.estafette.kit.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/**
 * A message as a connector read it: a CloudEvent in the making. Connectors of other standards translate into this form.
 *
 * @param attributes CloudEvents attributes by name, in the order of the message
 * @param data       the event's data; a missing node if there is none
 * @param where      how the partner finds the attributes back in what it sent
 * @param partial    the connector knows only part of the content; no partner can say so itself
 */
public record IncomingEvent(SequencedMap<String, String> attributes, JsonNode data, Where where, boolean partial) {

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
        return new IncomingEvent(new LinkedHashMap<>(attributes), data, where, false);
    }

    /** Shows neither data nor attributes: both may hold what no log may hold. */
    @Override
    public String toString() {
        return "IncomingEvent" + attributes.keySet();
    }
}
