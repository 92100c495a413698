package eu.estafette.console.readmodel;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.JournalStep;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** Steps as they stand. A step's identity is its code and object, or its code alone where it belongs to the whole case. */
final class StepRows {

    private static final Table STEP = Table.of(
            "step",
            """
            (case_id, code, scope) do update set
                case_ref = excluded.case_ref, object_family = excluded.object_family, object_key = excluded.object_key,
                owner = excluded.owner, party = excluded.party, person = excluded.person, due = excluded.due,
                opened_on = excluded.opened_on,
                notice_id = case when excluded.last_change in ('OPENED', 'MOVED') then excluded.notice_id
                                 else coalesce(excluded.notice_id, before.notice_id) end,
                last_change = excluded.last_change,
                state = case when excluded.last_change in ('NEEDS_INFO', 'OVERDUE') then before.state
                             else excluded.state end,
                changed_at = excluded.changed_at, journal_partition = excluded.journal_partition
            where before.journal_partition is not distinct from excluded.journal_partition
               or excluded.changed_at >= before.changed_at
            """,
            "case_id text",
            "code text",
            "scope text",
            "case_ref text",
            "object_family text",
            "object_key text",
            "owner text",
            "party text",
            "person text",
            "due date",
            "opened_on date",
            "notice_id text",
            "last_change text",
            "state text",
            "changed_at timestamptz",
            "journal_partition int4");

    private final CaseNames names;
    private final Rows steps = new Rows(STEP);

    StepRows(CaseNames names) {
        this.names = names;
    }

    /** @param partition of the journal */
    void add(int partition, JournalEntry entry) {
        @Nullable String caseId = names.of(entry.getCaseId());
        entry.getSteps().forEach(step -> {
            String scope = step.getCaseWide() ? "" : step.getObjectFamily() + "/" + step.getObjectKey();
            steps.add(
                    new Identity(caseId, step.getCode(), scope),
                    caseId,
                    step.getCode(),
                    scope,
                    entry.getCaseRef(),
                    step.getObjectFamily(),
                    step.getObjectKey(),
                    step.getOwner(),
                    step.getParty(),
                    step.getPerson(),
                    step.getDue(),
                    step.getOpenedOn(),
                    step.getNoticeId(),
                    step.getChange(),
                    stateAfter(step),
                    entry.getAt(),
                    partition);
        });
    }

    void write(JdbcOperations jdbc) {
        steps.write(jdbc);
    }

    /** NEEDS_INFO and OVERDUE change the due date only; OPEN is what it is on a step that was never seen before. */
    private static String stateAfter(JournalStep step) {
        return switch (step.getChange()) {
            case "TAKEN" -> "TAKEN";
            case "CLOSED", "EXPIRED" -> "CLOSED";
            default -> "OPEN";
        };
    }

    private record Identity(@Nullable String caseId, String code, String scope) {}
}
