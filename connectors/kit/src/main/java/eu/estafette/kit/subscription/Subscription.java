package eu.estafette.kit.subscription;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The router's last word on whether a register is to tell of a case's person.
 *
 * @param caseId   hub-internal; stays the same when the person gets another number
 * @param sequence of the notice in its case: the higher word is the later one
 * @param number   of the person, while the subscription runs
 * @param since    what ended before this day does not matter
 */
public record Subscription(String caseId, int sequence, Optional<String> number, LocalDate since) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NUMBER = "number";

    public boolean runs() {
        return number.isPresent();
    }

    byte[] bytes() {
        ObjectNode json = JSON.createObjectNode()
                .put("caseId", caseId)
                .put("sequence", sequence)
                .put("since", since.toString());
        number.ifPresent(known -> json.put(NUMBER, known));
        try {
            return JSON.writeValueAsBytes(json);
        } catch (IOException e) {
            throw new IllegalStateException("a tree in memory can always be written", e);
        }
    }

    static Subscription of(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            return new Subscription(
                    json.path("caseId").asText(),
                    json.path("sequence").asInt(),
                    Optional.ofNullable(json.get(NUMBER)).map(JsonNode::asText),
                    LocalDate.parse(json.path("since").asText()));
        } catch (IOException e) {
            throw new IllegalStateException("what the hub itself kept is no JSON", e);
        }
    }

    /** Without the number. */
    @Override
    public String toString() {
        return "Subscription[" + caseId + ", " + sequence + (runs() ? ", runs]" : ", ended]");
    }
}
