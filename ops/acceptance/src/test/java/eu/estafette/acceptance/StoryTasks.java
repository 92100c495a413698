package eu.estafette.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What the notices of one story ask, and by when. */
final class StoryTasks {

    private final Set<String> seen = new HashSet<>();
    private final List<Task> open = new ArrayList<>();

    /**
     * A notice that asks for a step.
     *
     * @param notice  as the trace tells of it
     * @param leftOut whether it comes of something that the story leaves out
     */
    record Task(JsonNode notice, boolean leftOut) {

        String party() {
            return notice.path("party").asText();
        }

        String id() {
            return notice.path("noticeId").asText();
        }

        String step() {
            return notice.path("step").asText();
        }

        private LocalDate by() {
            return leftOut ? LocalDate.MIN : LocalDate.parse(notice.path("due").asText());
        }
    }

    void add(CaseTrace.Entry entry, boolean leftOut) {
        for (JsonNode notice : entry.notices()) {
            if (notice.has("due") && seen.add(notice.path("noticeId").asText())) {
                open.add(new Task(notice, leftOut));
            }
        }
    }

    /** What is to be done at the end of that day at the latest; of what the story leaves out, at once. Each is given once. */
    List<Task> dueBy(LocalDate day) {
        List<Task> due = open.stream().filter(task -> !task.by().isAfter(day)).toList();
        open.removeAll(due);
        return due;
    }
}
