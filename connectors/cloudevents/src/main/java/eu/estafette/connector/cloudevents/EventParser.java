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
        IncomingEvent message = IncomingEvent.of(attributes(event), event.path(DATA), Where.BODY);
        String type = message.attributes().getOrDefault("datacontenttype", "application/json");
        if (!ContentType.parse(type).isJson()) {
            return new Item.Refused<>(
                    message.quotableId(),
                    Problem.unsupportedMediaType(
                            "datacontenttype is not taken. Send application/json; nothing was kept."));
        }
        return event.hasNonNull(DATA_BASE64) ? unpacked(message, event) : new Item.Good<>(message);
    }

    private static SequencedMap<String, String> attributes(ObjectNode event) {
        SequencedMap<String, String> attributes = new LinkedHashMap<>();
        event.properties().stream()
                .filter(member ->
                        !member.getKey().equals(DATA) && !member.getKey().equals(DATA_BASE64))
                .forEach(member -> put(attributes, member.getKey(), member.getValue()));
        return attributes;
    }

    /** As text, which is what attributes are in headers too; an object or list becomes text that no attribute may have. */
    private static void put(SequencedMap<String, String> attributes, String name, JsonNode value) {
        if (!value.isNull()) {
            attributes.put(name, value.isValueNode() ? value.asText() : value.toString());
        }
    }

    /** Senders of binary data put it in base64; what is in there must be JSON all the same. */
    private static Item<IncomingEvent> unpacked(IncomingEvent message, ObjectNode event) {
        try {
            if (!event.hasNonNull(DATA)) {
                JsonNode data = JSON.readTree(event.get(DATA_BASE64).binaryValue());
                return new Item.Good<>(IncomingEvent.of(message.attributes(), data, Where.BODY));
            }
        } catch (IOException e) {
            // told below, as what stands beside data is
        }
        return new Item.Refused<>(
                message.quotableId(), fault(DATA_BASE64, "is no JSON in base64, or stands beside data"));
    }

    static Problem fault(String name, String detail) {
        return Problem.ofIssues(Stage.SYNTAX, List.of(issue(name, detail)));
    }

    private static Issue issue(String name, String detail) {
        return new Issue(Stage.SYNTAX, "invalidJson", "body", name, Optional.empty(), detail);
    }
}
