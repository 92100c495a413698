package eu.estafette.connector.zgw;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * What a notifier is told: nothing but 204, or a {@code Fout} in the standard's own form.
 *
 * @param body empty for 204
 */
record DoorAnswer(int status, byte[] body) {

    static final DoorAnswer TAKEN = new DoorAnswer(204, new byte[0]);
    static final DoorAnswer NOT_YOURS =
            fault(403, "not_authenticated", "Authenticatiegegevens zijn onjuist of ontbreken.");
    static final DoorAnswer TOO_LARGE = fault(413, "too_large", "Een notificatie is ten hoogste 64 KiB groot.");
    static final DoorAnswer LATER =
            fault(503, "unavailable", "Nu niet beschikbaar; stuur de notificatie later opnieuw.");

    static DoorAnswer invalid(List<FieldFault> faults) {
        ObjectNode json = json(400, "invalid", "Invalid input.");
        ArrayNode params = json.putArray("invalidParams");
        faults.forEach(fault -> params.addObject()
                .put("name", fault.name())
                .put("code", fault.code())
                .put("reason", fault.reason()));
        return of(400, json);
    }

    private static DoorAnswer fault(int status, String code, String detail) {
        return of(status, json(status, code, detail));
    }

    private static ObjectNode json(int status, String code, String title) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("type", "about:blank")
                .put("code", code)
                .put("title", title)
                .put("status", status)
                .put("detail", title)
                .put("instance", "urn:uuid:" + UUID.randomUUID());
    }

    private static DoorAnswer of(int status, ObjectNode json) {
        return new DoorAnswer(status, json.toString().getBytes(StandardCharsets.UTF_8));
    }
}
