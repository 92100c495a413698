package eu.estafette.connector.cloudevents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.connector.cloudevents.Post.Events;
import eu.estafette.kit.check.IncomingEvent;
import eu.estafette.kit.check.IncomingEvent.Where;
import eu.estafette.kit.problem.Issue;
import eu.estafette.kit.problem.Issue.Stage;
import eu.estafette.kit.problem.Problem;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/**
 * Reads the events of a call. The CloudEvents SDK's reader stops at the first attribute it misses; partners are to hear of all faults at
 * once, so attributes and data are only taken apart here and judged by the checks.
 */
final class EventParser {

    private static final String DATA = "data";
    private static final String DATA_BASE64 = "data_base64";
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            // of two values for one name, which one was meant?
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            // locations are told, the text around them is not
            .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
            .build();

    /** @throws ProblemException 400 if the body is no JSON, or no list where a batch was announced */
    Events<IncomingEvent> parse(Post post) {
        JsonNode body = tree(post);
        List<Item<IncomingEvent>> items = new ArrayList<>();
        switch (post.mode()) {
            case BINARY -> items.add(new Item.Good<>(IncomingEvent.of(post.attributes(), body, Where.HEADERS)));
            case STRUCTURED -> items.add(structured(body));
            case BATCH -> {
                if (!body.isArray()) {
                    throw new ProblemException(fault("", "is no JSON list, which a batch is"));
                }
                body.forEach(item -> items.add(structured(item)));
            }
        }
        return new Events<>(post.caller(), post.mode(), items);
    }

    /** @throws ProblemException 400 if the body is no JSON */
    static JsonNode tree(Post post) {
        try {
            return post.text().isBlank() ? MissingNode.getInstance() : JSON.readTree(post.text());
        } catch (JsonProcessingException e) {
            String place = e.getLocation() == null
                    ? ""
                    : " at line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new ProblemException(fault("", "is no JSON" + place));
        }
    }

    private static Item<IncomingEvent> structured(JsonNode node) {
        if (!(node instanceof ObjectNode event)) {
            return new Item.Refused<>(Optional.empty(), fault("", "is no JSON object, which a CloudEvent is"));
        }
        Optional<String> id = Optional.ofNullable(event.path("id").textValue());
        SequencedMap<String, String> attributes = new LinkedHashMap<>();
        event.properties().forEach(member -> put(attributes, member.getKey(), member.getValue()));
        attributes.remove(DATA);
        attributes.remove(DATA_BASE64);
        if (!ContentType.parse(attributes.getOrDefault("datacontenttype", "application/json"))
                .isJson()) {
            return new Item.Refused<>(
                    id,
                    Problem.unsupportedMediaType(
                            "datacontenttype is not taken. Send application/json; nothing was kept."));
        }
        return data(event)
                .<Item<IncomingEvent>>map(data -> new Item.Good<>(IncomingEvent.of(attributes, data, Where.BODY)))
                .orElseGet(() ->
                        new Item.Refused<>(id, fault(DATA_BASE64, "is no JSON in base64, or stands beside data")));
    }

    /** As text, which is what attributes are in headers too; an object or list becomes text that no attribute may have. */
    private static void put(SequencedMap<String, String> attributes, String name, JsonNode value) {
        if (!value.isNull()) {
            attributes.put(name, value.isValueNode() ? value.asText() : value.toString());
        }
    }

    private static Optional<JsonNode> data(ObjectNode event) {
        if (!event.hasNonNull(DATA_BASE64)) {
            return Optional.of(event.path(DATA));
        }
        try {
            return event.hasNonNull(DATA)
                    ? Optional.empty()
                    : Optional.of(JSON.readTree(event.get(DATA_BASE64).binaryValue()));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    static Problem fault(String name, String detail) {
        return Problem.ofIssues(Stage.SYNTAX, List.of(issue(name, detail)));
    }

    private static Issue issue(String name, String detail) {
        return new Issue(Stage.SYNTAX, "invalidJson", "body", name, Optional.empty(), detail);
    }
}
