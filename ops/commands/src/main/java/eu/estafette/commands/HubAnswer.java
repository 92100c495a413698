package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * What the hub said.
 *
 * @param body  as it came
 * @param found false if what was asked for is not there; the body is then a problem report
 */
record HubAnswer(String body, JsonNode json, boolean found) {

    boolean needsAttention() {
        return !json.path("attention").isEmpty();
    }
}
