package eu.estafette.connector.suwinet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.connector.suwinet.Told.State;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** What is remembered of one person's employments, by key, as it is kept. */
final class Memory {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Memory() {}

    static SortedMap<String, Told> of(Optional<byte[]> kept) {
        SortedMap<String, Told> known = new TreeMap<>();
        if (kept.isEmpty()) {
            return known;
        }
        try {
            for (JsonNode json : JSON.readTree(kept.get())) {
                Told told = told(json);
                known.put(told.employment().key(), told);
            }
            return known;
        } catch (IOException e) {
            throw new IllegalStateException("what the hub itself kept is no JSON", e);
        }
    }

    static byte[] bytes(Collection<Told> known) {
        ArrayNode all = JSON.createArrayNode();
        known.forEach(told -> all.add(json(told)));
        try {
            return JSON.writeValueAsBytes(all);
        } catch (IOException e) {
            throw new IllegalStateException("a tree in memory can always be written", e);
        }
    }

    private static ObjectNode json(Told told) {
        Employment employment = told.employment();
        ObjectNode json = JSON.createObjectNode()
                .put("key", employment.key())
                .put("employer", employment.employer())
                .put("start", employment.start().toString())
                .put("state", told.state().name())
                .put("missing", told.missing())
                .put("version", told.version());
        employment.name().ifPresent(name -> json.put("name", name));
        employment.end().ifPresent(end -> json.put("end", end.toString()));
        employment.kind().ifPresent(kind -> json.put("kind", kind));
        employment.contract().ifPresent(contract -> json.put("contract", contract));
        return json;
    }

    private static Told told(JsonNode json) {
        return new Told(
                new Employment(
                        json.path("key").asText(),
                        json.path("employer").asText(),
                        text(json, "name"),
                        LocalDate.parse(json.path("start").asText()),
                        text(json, "end").map(LocalDate::parse),
                        text(json, "kind"),
                        text(json, "contract")),
                State.valueOf(json.path("state").asText()),
                json.path("missing").asBoolean(),
                json.path("version").asInt());
    }

    private static Optional<String> text(JsonNode json, String name) {
        return Optional.ofNullable(json.get(name)).map(JsonNode::asText);
    }
}
