package eu.estafette.hub.delivery.parking;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** The form of all values on {@code estafette.park-state.<party>}: a small JSON object that names its version. */
final class StateJson {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int VERSION = 1;

    private StateJson() {}

    static byte[] bytes(Consumer<ObjectNode> fields) {
        ObjectNode json = JSON.createObjectNode().put("v", VERSION);
        fields.accept(json);
        try {
            return JSON.writeValueAsBytes(json);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts and numbers can always be written", e);
        }
    }

    /** @throws IllegalArgumentException if this is none of a version known here */
    static JsonNode read(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            if (json.path("v").asInt() != VERSION) {
                throw new IllegalArgumentException("no park state of version " + VERSION);
            }
            return json;
        } catch (IOException e) {
            throw new IllegalArgumentException("no park state: not JSON", e);
        }
    }

    static Optional<String> text(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name)).map(JsonNode::asText);
    }

    static Optional<Integer> number(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name)).map(JsonNode::asInt);
    }
}
