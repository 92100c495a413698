package eu.estafette.connector.zgw;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.TreeMap;

/**
 * That something changed, and where to read what: {@code Notificatie} of ZGW Notificaties 1.0.1. Poor in data by obligation.
 *
 * @param channel    {@code kanaal}
 * @param mainObject {@code hoofdObject}: what is about one thing comes in order
 * @param action     {@code actie}: create, update, partial_update, destroy
 * @param created    {@code aanmaakdatum}
 * @param features   {@code kenmerken}
 */
record Notification(
        String channel,
        URI mainObject,
        String resource,
        URI resourceUrl,
        String action,
        OffsetDateTime created,
        Map<String, String> features) {

    private static final String DESTROY = "destroy";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSXXX");

    Notification {
        features = Map.copyOf(features);
    }

    boolean isDestroy() {
        return action.equals(DESTROY);
    }

    ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("kanaal", channel);
        json.put("hoofdObject", mainObject.toString());
        json.put("resource", resource);
        json.put("resourceUrl", resourceUrl.toString());
        json.put("actie", action);
        // with seconds also where there are none: without them it is no date-time to others
        json.put("aanmaakdatum", MOMENT.format(created));
        ObjectNode named = json.putObject("kenmerken");
        new TreeMap<>(features).forEach(named::put);
        return json;
    }
}
