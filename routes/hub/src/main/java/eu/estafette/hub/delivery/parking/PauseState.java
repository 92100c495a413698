package eu.estafette.hub.delivery.parking;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * Whether a lane partition is paused, as {@code estafette.park-state.<party>} has it under {@code pause}.
 *
 * @param rate calls a second at most, while what waited is drained after a pause
 * @param upTo the lane's end when it was resumed: up to there it is drained
 */
public record PauseState(boolean paused, Optional<Integer> rate, long upTo) {

    /** Its key on the topic. */
    public static final String KEY = "pause";

    public static final PauseState FLOWING = new PauseState(false, Optional.empty(), 0);
    public static final PauseState PAUSED = new PauseState(true, Optional.empty(), 0);

    public byte[] toBytes() {
        return StateJson.bytes(json -> {
            json.put("paused", paused);
            rate.ifPresent(calls -> json.put("rate", calls).put("upTo", upTo));
        });
    }

    /** @throws IllegalArgumentException if this is none of a version known here; the lane must not start then */
    static PauseState of(byte[] bytes) {
        JsonNode json = StateJson.read(bytes);
        return new PauseState(
                json.path("paused").asBoolean(),
                StateJson.number(json, "rate"),
                json.path("upTo").asLong());
    }
}
