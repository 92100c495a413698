package eu.estafette.connector.setu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import eu.estafette.schemas.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Which notice said the hub's last word about an assignment: whoever rejects the assignment answers that notice. Left for the poller before
 * the call, so that a rejection finds it also where the call's own answer was lost.
 *
 * @param id of the assignment
 */
record SentAssignment(String id, String noticeId) {

    /** Begins the keys of its letters and of what the poller remembers; letters that came by the door begin with a digit. */
    static final String PREFIX = "sent/";

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Where the poller remembers it. */
    static String key(String assignmentId) {
        return PREFIX + Sha256.hex(assignmentId.getBytes(StandardCharsets.UTF_8));
    }

    String letterKey() {
        return PREFIX + noticeId;
    }

    byte[] bytes() {
        return JSON.createObjectNode()
                .put("assignment", id)
                .put("notice", noticeId)
                .toString()
                .getBytes(StandardCharsets.UTF_8);
    }

    static SentAssignment of(byte[] bytes) {
        try {
            JsonNode json = JSON.readTree(bytes);
            return new SentAssignment(
                    json.path("assignment").asText(), json.path("notice").asText());
        } catch (IOException e) {
            throw new UncheckedIOException("what was sent is noted by the delivery", e);
        }
    }
}
