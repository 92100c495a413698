package eu.estafette.connector.magda;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.connector.magda.Told.State;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What is remembered of one person.
 *
 * @param employments by Dimona number
 * @param code        with which the last question failed for good
 * @param renumbered  the new number that was told already
 */
record Memory(SortedMap<String, Told> employments, Optional<String> code, Optional<String> renumbered) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static final Memory NOTHING = new Memory(new TreeMap<>(), Optional.empty(), Optional.empty());

    Memory {
        employments = new TreeMap<>(employments);
    }

    @Override
    public SortedMap<String, Told> employments() {
        return new TreeMap<>(employments);
    }

    Memory with(SortedMap<String, Told> now) {
        return new Memory(now, Optional.empty(), renumbered);
    }

    Memory failing(String now) {
        return new Memory(employments, Optional.of(now), renumbered);
    }

    Memory renumbered(String now) {
        return new Memory(employments, code, Optional.of(now));
    }

    static Memory of(byte[] kept) {
        try {
            JsonNode json = JSON.readTree(kept);
            SortedMap<String, Told> employments = new TreeMap<>();
            for (JsonNode one : json.path("employments")) {
                Told told = told(one);
                employments.put(told.number(), told);
            }
            return new Memory(employments, text(json, "code"), text(json, "renumbered"));
        } catch (IOException e) {
            throw new IllegalStateException("what the hub itself kept is no JSON", e);
        }
    }

    byte[] bytes() {
        ObjectNode json = JSON.createObjectNode();
        ArrayNode all = json.putArray("employments");
        employments.values().forEach(told -> all.add(json(told)));
        code.ifPresent(known -> json.put("code", known));
        renumbered.ifPresent(known -> json.put("renumbered", known));
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new IllegalStateException("a tree in memory can always be written", e);
        }
    }

    private static ObjectNode json(Told told) {
        ObjectNode json = JSON.createObjectNode()
                .put("number", told.number())
                .put("state", told.state().name())
                .put("said", told.said())
                .put("missing", told.missing())
                .put("version", told.version());
        told.end().ifPresent(end -> json.put("end", end.toString()));
        told.fault().ifPresent(fault -> json.put("fault", fault));
        return json;
    }

    private static Told told(JsonNode json) {
        return new Told(
                json.path("number").asText(),
                State.valueOf(json.path("state").asText()),
                json.path("said").asText(),
                text(json, "end").map(LocalDate::parse),
                json.path("missing").asBoolean(),
                json.path("version").asInt(),
                text(json, "fault"));
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name)).map(JsonNode::asText);
    }

    /** Without numbers of persons. */
    @Override
    public String toString() {
        return "Memory" + employments.keySet() + code;
    }
}
