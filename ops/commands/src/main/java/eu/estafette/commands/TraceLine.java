package eu.estafette.commands;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.StreamSupport;

/** One thing that happened, as a sentence. Holds types, roles, views and names of parties, as the hub's answer does, and no content. */
record TraceLine(String who, String what) {

    private static final String HUB = "hub";

    /** One, or one for each step that was changed. A kind that this release does not know is named as it is. */
    static List<TraceLine> of(JsonNode item) {
        String kind = Text.always(item, "kind");
        return switch (kind) {
            case "ACCEPTED" -> List.of(new TraceLine(Names.party(item), accepted(item)));
            case "DECIDED" -> List.of(new TraceLine(HUB, decided(item)));
            case "NOTICE" -> List.of(new TraceLine(HUB, noticed(item)));
            case "STEPS" ->
                StreamSupport.stream(item.path("changes").spliterator(), false)
                        .map(change -> new TraceLine(HUB, stepChanged(change)))
                        .toList();
            case "RECALLED" -> List.of(new TraceLine(HUB, "asked back " + recalled(item)));
            case "ATTEMPTED", "DELIVERED", "DEAD", "WITHDRAWN" -> List.of(new TraceLine(HUB, called(kind, item)));
            case "PARKED", "REPLAYED", "DISCARDED", "READ" ->
                List.of(new TraceLine(operator(item), operated(kind, item)));
            case "ANSWERED" -> List.of(new TraceLine(Names.party(item), answered(item)));
            case "MOVED" ->
                List.of(new TraceLine(
                        HUB,
                        "the person has another number; the case is " + Text.always(item, "caseRef") + " from now on"));
            default -> List.of(new TraceLine(Text.of(item, "party").orElse(HUB), Text.words(kind)));
        };
    }

    private static String accepted(JsonNode item) {
        return "sent " + Text.always(item, "type") + " " + Text.always(item, "businessKey") + " ("
                + Text.words(Text.always(item, "action")) + ", version " + Text.always(item, "version")
                + "), accepted as event " + Text.always(item, "eventId");
    }

    private static String decided(JsonNode item) {
        String type = Text.always(item, "type");
        String rules = item.path("rules").isEmpty() ? "" : " by rules " + Text.list(item.path("rules"));
        String dropped = item.path("droppedFields").isEmpty()
                ? ""
                : "; fields that the sender may not give were left out: " + Text.list(item.path("droppedFields"));
        return "decided " + type + ": " + Text.words(Text.always(item, "state")) + rules + because(item) + dropped;
    }

    private static String noticed(JsonNode item) {
        String to = Names.party(item) + " as " + Text.words(Text.always(item, "role"));
        String what = Text.always(item, "purpose").equals("ACT")
                ? "asked " + to + " to act" + with(item, ": ", "step") + with(item, ", due ", "due")
                : "informed " + to;
        return what + "; view " + Text.always(item, "view") + with(item, ", rule ", "rule") + ", notice "
                + Text.always(item, "noticeId") + ", now " + Text.words(Text.always(item, "state"));
    }

    private static String stepChanged(JsonNode change) {
        return "step " + Text.always(change, "code") + " "
                + Text.words(Text.always(change, "change")) + ": " + Names.party(change) + " as "
                + Text.words(Text.always(change, "owner")) + with(change, ", due ", "due");
    }

    private static String recalled(JsonNode item) {
        return (item.path("noticeIds").size() == 1 ? "notice " : "notices ") + Text.list(item.path("noticeIds"));
    }

    private static String called(String kind, JsonNode item) {
        String notice = with(item, " ", "noticeId");
        String to = Text.always(item, "party");
        String call = with(item, ", attempt ", "attempt") + with(item, ", status ", "status") + because(item);
        return switch (kind) {
            case "DELIVERED" -> "delivered notice" + notice + " to " + to + call;
            case "DEAD" -> "gave up on notice" + notice + ", which " + to + " refused for good" + call;
            case "WITHDRAWN" -> "withdrew notice" + notice + ", so that " + to + " never gets it";
            default -> "could not deliver notice" + notice + " to " + to + call;
        };
    }

    private static String operator(JsonNode item) {
        return Text.of(item, "operator").map(name -> "operator " + name).orElse(HUB);
    }

    private static String operated(String kind, JsonNode item) {
        if (!item.has("noticeId")) {
            return operatedOnEvent(kind) + because(item);
        }
        String notice = with(item, " ", "noticeId") + " to " + Text.always(item, "party");
        String command = with(item, ", command ", "command") + because(item);
        return switch (kind) {
            case "PARKED" -> "parked notice" + notice + ", behind one that was refused for good";
            case "REPLAYED" -> "put notice" + notice + " back in its turn" + command;
            case "DISCARDED" -> "gave notice" + notice + " up" + command;
            default -> "read notice" + notice + because(item);
        };
    }

    private static String operatedOnEvent(String kind) {
        return switch (kind) {
            case "REPLAYED" -> "put the event back, to be decided as if it came now";
            case "DISCARDED" -> "gave the event up";
            default -> "read the event";
        };
    }

    private static String answered(JsonNode item) {
        boolean receipt = Text.of(item, "level").filter("TRANSPORT"::equals).isPresent();
        String state = Text.always(item, "state");
        if (receipt
                && Text.of(item, "outcomeReason").filter("WITHDRAWN"::equals).isPresent()) {
            return "never gets notice" + with(item, " ", "noticeId") + ": it was asked back in time";
        }
        return (receipt ? "has notice" : "answered notice")
                + with(item, " ", "noticeId")
                + Text.of(item, "outcome")
                        .map(outcome -> ": " + Text.words(outcome))
                        .orElse("")
                + with(item, ", ", "outcomeReason")
                + (state.equals("ROUTED") ? "" : "; the answer is " + Text.words(state))
                + because(item);
    }

    private static String because(JsonNode item) {
        return with(item, "; ", "reason") + with(item, ": ", "detail");
    }

    /** Nothing where the item does not say. */
    private static String with(JsonNode item, String before, String field) {
        return Text.of(item, field).map(value -> before + value).orElse("");
    }
}
