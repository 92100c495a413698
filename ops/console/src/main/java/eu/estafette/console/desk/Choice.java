package eu.estafette.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Which dead letters an operator means: some by id, those of one cause, or those of one party. */
sealed interface Choice {

    record Ids(List<String> noticeIds) implements Choice {}

    record OfGroup(String group) implements Choice {}

    record OfParty(String party) implements Choice {}

    /** From the field {@code selection} of a body; its faults are added to the body's. */
    static Choice in(Body body) {
        JsonNode selection = body.node("selection");
        List<String> named =
                Stream.of("ids", "group", "party").filter(selection::has).toList();
        if (!selection.isObject() || named.size() != 1 || selection.size() != 1) {
            body.fault("selection", "must be one of {\"ids\":[…]}, {\"group\":\"…\"} and {\"party\":\"…\"}");
            body.check();
        }
        String by = named.getFirst();
        JsonNode value = selection.path(by);
        if (by.equals("ids")) {
            return ids(body, value);
        }
        if (!value.isTextual() || value.asText().isBlank()) {
            body.fault("selection." + by, "must be a string");
            body.check();
        }
        return by.equals("group") ? new OfGroup(value.asText()) : new OfParty(value.asText());
    }

    private static Choice ids(Body body, JsonNode value) {
        List<String> ids = new ArrayList<>();
        value.forEach(id -> {
            if (!id.isTextual()) {
                body.fault("selection.ids[" + ids.size() + "]", "must be a string, the id of a notice");
            }
            ids.add(id.asText());
        });
        if (!value.isArray() || ids.isEmpty() || ids.size() > Selections.MOST) {
            body.fault("selection.ids", "must be a list of 1 to " + Selections.MOST + " ids of notices");
        }
        body.check();
        return new Ids(ids);
    }
}
