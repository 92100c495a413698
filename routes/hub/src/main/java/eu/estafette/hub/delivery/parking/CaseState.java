package eu.estafette.hub.delivery.parking;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * That a case is parked, as {@code estafette.park-state.<party>} has it under the case's id: {@code {"v":1,"behind":"N1-…"}}. Once its dead
 * notice is resolved by a command, and what waits behind it follows, that command and its rate stand there, too.
 *
 * @param behind the notice that died
 */
public record CaseState(String behind, Cause cause) {

    public byte[] toBytes() {
        return StateJson.bytes(json -> {
            json.put("behind", behind);
            cause.command().ifPresent(command -> json.put("command", command));
            cause.rate().ifPresent(rate -> json.put("rate", rate));
        });
    }

    /** @throws IllegalArgumentException if this is none of a version known here; the lane must not start then */
    static CaseState of(byte[] bytes) {
        JsonNode json = StateJson.read(bytes);
        return new CaseState(
                json.path("behind").asText(),
                Cause.of(StateJson.text(json, "command"), StateJson.number(json, "rate")));
    }
}
