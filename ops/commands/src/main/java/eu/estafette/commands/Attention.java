package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** The end of each report: what in it somebody should look at. */
final class Attention {

    private Attention() {}

    /** One line for each, or one that says there is none. */
    static List<String> lines(JsonNode report) {
        JsonNode attention = report.path("attention");
        if (attention.isEmpty()) {
            return List.of("Nothing needs attention.");
        }
        List<String> lines = new ArrayList<>();
        lines.add("Needs attention:");
        attention.forEach(item -> lines.add("  " + Text.always(item, "count") + " x " + Text.always(item, "text")));
        return lines;
    }
}
