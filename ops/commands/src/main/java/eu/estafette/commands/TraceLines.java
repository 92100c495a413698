package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.StreamSupport;

/** The items of a trace in words. */
final class TraceLines {

    /** Who did what, and what else there is to say. */
    record Line(String who, String what, String more) {}

    private static final String HUB = "hub";

    private TraceLines() {}

    /** A line, or several for an item that changed several steps. */
    static List<Line> of(JsonNode item) {
        return switch (item.path("kind").asText()) {
            case "ACCEPTED" -> List.of(accepted(item));
            case "DECIDED" -> List.of(decided(item));
            case "NOTICE" -> List.of(notice(item));
            case "STEPS" ->
                StreamSupport.stream(item.path("changes").spliterator(), false)
                        .map(TraceLines::step)
                        .toList();
            case "ANSWERED" -> List.of(answered(item));
            case "ATTEMPTED" -> List.of(called(item, "could not be reached"));
            case "DELIVERED" -> List.of(called(item, "received"));
            case "DEAD" -> List.of(called(item, "refused for good"));
            default -> List.of(called(item, Words.plain(item.path("kind"))));
        };
    }

    private static Line accepted(JsonNode item) {
        List<String> more = new ArrayList<>(
                List.of(Words.plain(item.path("type")), item.path("businessKey").asText()));
        if (!item.path("action").asText().equals("ORIGINAL")) {
            more.add(Words.plain(item.path("action")));
        }
        if (item.path("version").asInt() > 1) {
            more.add("version " + item.path("version").asText());
        }
        return new Line(item.path("party").asText(), "sent", String.join(", ", more));
    }

    private static Line decided(JsonNode item) {
        List<String> more = new ArrayList<>();
        if (item.has("reason")) {
            more.add(Words.plain(item.path("reason")));
        }
        if (item.has("detail")) {
            more.add(item.path("detail").asText());
        }
        if (!item.path("rules").isEmpty()) {
            more.add("by " + words(item.path("rules")));
        }
        if (!item.path("droppedFields").isEmpty()) {
            more.add("left out at the door: " + words(item.path("droppedFields")));
        }
        return new Line(HUB, Words.plain(item.path("state")), String.join(", ", more));
    }

    private static Line notice(JsonNode item) {
        boolean asks = item.path("purpose").asText().equals("ACT");
        String what = asks ? "is asked to " + Words.plain(item.path("step")) : "is told";
        String due = item.has("due") ? "by " + item.path("due").asText() + ", " : "";
        String more = "%sas %s, in view %s, notice %s, %s"
                .formatted(
                        due,
                        Words.plain(item.path("role")),
                        item.path("view").asText(),
                        item.path("noticeId").asText(),
                        state(item.path("state").asText()));
        return new Line(Words.who(item), what, more);
    }

    private static Line step(JsonNode change) {
        String with = change.path("owner").asText().equals("OPERATOR")
                ? "with nobody"
                : "with %s as %s".formatted(Words.who(change), Words.plain(change.path("owner")));
        String due = change.has("due") ? ", due " + change.path("due").asText() : "";
        String closed = change.path("change").asText().equals("CLOSED") ? "" : with + due;
        return new Line(
                HUB, "step " + Words.plain(change.path("code")) + " " + Words.plain(change.path("change")), closed);
    }

    private static Line answered(JsonNode item) {
        boolean receipt = !item.path("level").asText("BUSINESS").equals("BUSINESS");
        String what = receipt ? "confirmed having it" : "answered";
        String state = item.path("state").asText();
        List<String> more =
                new ArrayList<>(List.of("notice " + item.path("noticeId").asText()));
        if (!state.equals("ROUTED")) {
            more.add(Words.plain(state));
        }
        if (item.has("reason")) {
            more.add(Words.plain(item.path("reason")));
        }
        return new Line(item.path("party").asText(), what, String.join(", ", more));
    }

    private static Line called(JsonNode item, String what) {
        List<String> more = new ArrayList<>();
        if (item.has("noticeId")) {
            more.add("notice " + item.path("noticeId").asText());
        }
        if (item.has("attempt")) {
            more.add("attempt " + item.path("attempt").asText());
        }
        if (item.has("status")) {
            more.add("status " + item.path("status").asText());
        }
        if (item.has("reason")) {
            more.add(Words.plain(item.path("reason")));
        }
        if (item.has("detail")) {
            more.add(item.path("detail").asText());
        }
        return new Line(item.path("party").asText(), what, String.join(", ", more));
    }

    private static String state(String state) {
        return switch (state) {
            case "DELIVERED" -> "delivered";
            case "DEAD" -> "refused for good";
            default -> "waiting";
        };
    }

    private static String words(JsonNode list) {
        return String.join(
                " ",
                StreamSupport.stream(list.spliterator(), false)
                        .map(JsonNode::asText)
                        .toList());
    }
}
