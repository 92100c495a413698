package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What came of trying every address of every party. */
record LiveParties(JsonNode report) {

    Map<String, Object> forPrograms() {
        return Map.of("items", report.path("items"), "attention", report.path("attention"));
    }

    List<String> lines() {
        var table = new Columns("PARTY", "WAY", "BY", "");
        for (JsonNode tried : report.path("items")) {
            table.add(
                    Text.always(tried, "party"),
                    Text.always(tried, "direction"),
                    Text.always(tried, "by"),
                    Text.of(tried, "fault").orElse("fine"));
        }
        List<String> lines = new ArrayList<>(table.lines());
        lines.add("");
        lines.addAll(Attention.lines(report));
        return lines;
    }
}
