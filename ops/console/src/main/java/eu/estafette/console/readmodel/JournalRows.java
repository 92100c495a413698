package eu.estafette.console.readmodel;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.contract.message.JournalAnswer;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.JournalEvent;
import eu.estafette.contract.message.JournalStep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** The journal itself, entry by entry. */
final class JournalRows {

    private static final String ANSWER = "notice.answered";

    /** Where the event is decided it is journaled again, with all that came of it. */
    private static final String FORWARDED = "FORWARDED";

    private static final Table JOURNAL = Table.of(
            "journal",
            "(journal_partition, journal_offset) do nothing",
            "journal_partition int4",
            "journal_offset int8",
            "kind text",
            "at timestamptz",
            "party text",
            "case_id text",
            "case_ref text",
            "events_partition int4",
            "events_offset int8",
            "notice_id text",
            "state text",
            "reason text",
            "detail text",
            "rules text",
            "steps jsonb",
            "attempt int4",
            "status int4",
            "dropped_fields text",
            "answer text",
            "answer_reason text",
            "person text",
            "recalled text",
            "command text",
            "parts int4");

    private static final Table CASE_REF =
            Table.of("case_ref", "(case_ref) do nothing", "case_ref text", "case_id text");

    private final CaseNames names;
    private final Rows entries = new Rows(JOURNAL);
    private final Map<String, @Nullable String> caseRefs = new HashMap<>();

    JournalRows(CaseNames names) {
        this.names = names;
    }

    void add(int partition, long offset, JournalEntry entry) {
        if (entry.getKind().equals(FORWARDED)) {
            return;
        }
        @Nullable JournalEvent event = entry.getEvent();
        @Nullable JournalAnswer answer = entry.getAnswer();
        entries.add(
                offset + "@" + partition,
                partition,
                offset,
                entry.getKind(),
                entry.getAt(),
                entry.getParty(),
                names.of(entry.getCaseId()),
                entry.getCaseRef(),
                event == null ? null : event.getPartition(),
                event == null ? null : event.getOffset(),
                noticeOf(entry),
                entry.getState(),
                entry.getReason(),
                entry.getDetail(),
                joined(entry.getRules()),
                steps(entry.getSteps()),
                entry.getAttempt(),
                entry.getStatus(),
                joined(entry.getFields()),
                answer == null ? null : answer.getOutcome(),
                answer == null ? null : answer.getReason(),
                entry.getPerson(),
                joined(entry.getRecalled()),
                entry.getCommand(),
                entry.getParts());
        if (entry.getCaseRef() != null && entry.getCaseId() != null) {
            caseRefs.put(entry.getCaseRef(), names.of(entry.getCaseId()));
        }
    }

    void write(JdbcOperations jdbc) {
        entries.write(jdbc);
        var names = new Rows(CASE_REF);
        caseRefs.forEach((caseRef, caseId) -> names.add(caseRef, caseRef, caseId));
        names.write(jdbc);
    }

    /** An answer's business key is the notice's id, its level and a number, with bars between (domain section 12). */
    private static @Nullable String noticeOf(JournalEntry entry) {
        if (!entry.getKind().equals("DECIDED")) {
            return entry.getNotices().isEmpty()
                    ? null
                    : entry.getNotices().getFirst().getNoticeId();
        }
        @Nullable JournalEvent event = entry.getEvent();
        if (event == null || !event.getType().equals(ANSWER)) {
            return null;
        }
        int bar = event.getBusinessKey().indexOf('|');
        return bar < 0 ? event.getBusinessKey() : event.getBusinessKey().substring(0, bar);
    }

    private static @Nullable String joined(List<String> words) {
        return words.isEmpty() ? null : String.join(" ", words);
    }

    private static @Nullable String steps(List<JournalStep> steps) {
        if (steps.isEmpty()) {
            return null;
        }
        ArrayNode changes = JsonNodeFactory.instance.arrayNode();
        for (JournalStep step : steps) {
            ObjectNode change = changes.addObject()
                    .put("change", step.getChange())
                    .put("code", step.getCode())
                    .put("owner", step.getOwner())
                    .put("party", step.getParty());
            if (step.getPerson() != null) {
                change.put("person", step.getPerson());
            }
            if (step.getDue() != null) {
                change.put("due", step.getDue().toString());
            }
        }
        return changes.toString();
    }
}
