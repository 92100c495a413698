package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Moments of the hub's clock as people read them, to the second. */
record Moments(ZoneId zone) {

    private static final DateTimeFormatter FORM = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

    /** A dash where the answer holds no such moment. */
    String of(JsonNode node, String field) {
        return Text.of(node, field).map(Instant::parse).map(this::of).orElse("-");
    }

    String of(Instant moment) {
        return FORM.format(moment.atZone(zone));
    }
}
