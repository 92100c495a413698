package eu.estafette.connector.zgw;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.kit.check.IncomingEvent;
import eu.estafette.kit.intake.Translated;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.party.Party;
import java.io.IOException;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * What a notification pointed to: an event of the hub's own contract as structured CloudEvent. ZGW says how to point, not what to; its own
 * resources lack most of what a case event holds. Whatever id and source it has, it comes from the party that was asked.
 */
record Resource(JsonNode event) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DATA = "data";
    private static final List<String> STAY = List.of("subject", "businessKey", "occurredOn", "as");

    /** Empty if it is nothing of the kind. */
    static Optional<Resource> read(byte[] content) {
        try {
            return Optional.ofNullable(JSON.readTree(content))
                    .filter(json ->
                            json.path(DATA).isObject() && json.path("type").isTextual())
                    .map(Resource::new);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    Translated event(Party party, OriginalRef original) {
        return translated(party, original, event.path("time").asText(), event.path(DATA));
    }

    /** Takes back what was told last: the same key, a version more. */
    Translated withdrawal(Party party, OriginalRef original, OffsetDateTime at) {
        JsonNode told = event.path(DATA);
        ObjectNode data = JsonNodeFactory.instance.objectNode();
        STAY.stream().filter(told::has).forEach(name -> data.set(name, told.get(name)));
        data.put("action", "WITHDRAWAL");
        data.put("version", told.path("version").asInt(1) + 1);
        return translated(party, original, at.toString(), data);
    }

    private Translated translated(Party party, OriginalRef original, String time, JsonNode data) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", original.eventId(1));
        attributes.put("source", party.sources().getFirst());
        attributes.put("type", event.path("type").asText());
        attributes.put("service", IncomingEvent.SERVICE);
        attributes.put("time", time);
        return new Translated(IncomingEvent.translated(attributes, data, false, original), UnaryOperator.identity());
    }

    /** It is about a person. */
    @Override
    public String toString() {
        return "Resource[]";
    }
}
