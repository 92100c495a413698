package eu.estafette.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What the hub tells its operators of one case, event by event, in the order in which they were decided. */
record CaseTrace(List<Entry> entries) {

    /**
     * An event or an answer, with what followed from it.
     *
     * @param name    id of an event; of an answer the notice it is to
     * @param notices each with its state: WAITING, DELIVERED, DEAD or WITHDRAWN
     */
    record Entry(String name, String type, String key, List<JsonNode> notices, List<JsonNode> steps) {

        /** Whether the hub itself raised it. */
        boolean isOfHub() {
            return type.equals("clock.rang") || type.equals("step.overdue");
        }

        boolean isAnswer() {
            return type.equals("notice.answered");
        }
    }

    static CaseTrace of(JsonNode trace) {
        List<Entry> entries = new ArrayList<>();
        for (JsonNode item : trace.path("items")) {
            switch (item.path("kind").asText()) {
                case "ACCEPTED" -> entries.add(entry(item.path("eventId"), shortType(item), item.path("businessKey")));
                case "ANSWERED" -> entries.add(entry(item.path("noticeId"), "notice.answered", item.path("level")));
                case "NOTICE" -> entries.getLast().notices().add(item);
                case "STEPS" -> item.path("changes").forEach(entries.getLast().steps()::add);
                default -> {
                    // decisions and calls to partners are seen by their effects
                }
            }
        }
        return new CaseTrace(entries);
    }

    /** The last event of that id. */
    Optional<Entry> event(String id) {
        return entries.reversed().stream()
                .filter(entry -> !entry.isAnswer() && entry.name().equals(id))
                .findFirst();
    }

    /** The last answer to that notice, receipts of its delivery left out. */
    Optional<Entry> answerTo(String notice) {
        return entries.reversed().stream()
                .filter(entry -> entry.isAnswer()
                        && entry.name().equals(notice)
                        && entry.key().equals("BUSINESS"))
                .findFirst();
    }

    List<Entry> ofHub() {
        return entries.stream().filter(Entry::isOfHub).toList();
    }

    List<JsonNode> notices() {
        return entries.stream().flatMap(entry -> entry.notices().stream()).toList();
    }

    private static Entry entry(JsonNode name, String type, JsonNode key) {
        return new Entry(name.asText(), type, key.asText(), new ArrayList<>(), new ArrayList<>());
    }

    private static String shortType(JsonNode item) {
        return item.path("type").asText().replace("eu.estafette.case.v1.", "").replace(".notify.", ".");
    }
}
