package eu.estafette.console.readmodel;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.JournalNotice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/** What became of each notice: WAITING from its decision on, then DELIVERED, DEAD or WITHDRAWN. */
final class DeliveryRows {

    /** The operators' desk; it has no lane, so what is for it is there as soon as it is journaled. */
    private static final String HUB = "hub";

    private static final Table DELIVERY = Table.of(
            "delivery",
            """
            (notice_id) do update set
                journal_partition = coalesce(excluded.journal_partition, before.journal_partition),
                journal_offset = coalesce(excluded.journal_offset, before.journal_offset),
                case_id = coalesce(excluded.case_id, before.case_id), case_ref = coalesce(excluded.case_ref, before.case_ref),
                state = case excluded.state when 'WAITING' then before.state else excluded.state end,
                since = case excluded.state when 'WAITING' then before.since else excluded.since end,
                attempts = greatest(before.attempts, excluded.attempts),
                status = coalesce(excluded.status, before.status),
                reason = coalesce(excluded.reason, before.reason),
                detail = coalesce(excluded.detail, before.detail)
            """,
            "notice_id text",
            "journal_partition int4",
            "journal_offset int8",
            "case_id text",
            "case_ref text",
            "party text",
            "person text",
            "role text",
            "purpose text",
            "view text",
            "step text",
            "due date",
            "rule text",
            "state text",
            "attempts int4",
            "status int4",
            "reason text",
            "detail text",
            "since timestamptz");

    private final CaseNames names;
    private final Rows deliveries = new Rows(DELIVERY);
    private final RecallRows recalls = new RecallRows();
    private final Removal decided = new Removal("undecided_notice", "notice_id");

    DeliveryRows(CaseNames names) {
        this.names = names;
    }

    void add(int partition, long offset, JournalEntry entry) {
        switch (entry.getKind()) {
            case "DECIDED", "MOVED" -> {
                entry.getNotices().forEach(notice -> decided(partition, offset, entry, notice));
                entry.getRecalled().forEach(notice -> recalls.add(notice, partition, offset));
            }
            case "ATTEMPTED" -> entry.getNotices().forEach(notice -> called(entry, notice, "WAITING"));
            case "DELIVERED" -> entry.getNotices().forEach(notice -> called(entry, notice, "DELIVERED"));
            case "DEAD" -> entry.getNotices().forEach(notice -> called(entry, notice, "DEAD"));
            case "WITHDRAWN" -> entry.getNotices().forEach(notice -> called(entry, notice, "WITHDRAWN"));
            default -> {
                // no notice has changed
            }
        }
    }

    void write(JdbcOperations jdbc) {
        deliveries.write(jdbc);
        // after what was sent in the same batch
        recalls.write(jdbc);
        decided.write(jdbc);
    }

    private void decided(int partition, long offset, JournalEntry entry, JournalNotice notice) {
        String state = notice.getParty().equals(HUB) ? "DELIVERED" : "WAITING";
        decided.add(notice.getNoticeId());
        // reason and detail of a decision are those of its event
        row(entry, notice, partition, offset, state, 0, null, null, null);
    }

    private void called(JournalEntry entry, JournalNotice notice, String state) {
        int attempts = entry.getAttempt() == null ? 0 : entry.getAttempt();
        row(entry, notice, null, null, state, attempts, entry.getStatus(), entry.getReason(), entry.getDetail());
    }

    private void row(
            JournalEntry entry,
            JournalNotice notice,
            @Nullable Integer partition,
            @Nullable Long offset,
            String state,
            int attempts,
            @Nullable Integer status,
            @Nullable String reason,
            @Nullable String detail) {
        deliveries.add(
                notice.getNoticeId(),
                notice.getNoticeId(),
                partition,
                offset,
                names.of(entry.getCaseId()),
                entry.getCaseRef(),
                notice.getParty(),
                notice.getPerson(),
                notice.getRole(),
                notice.getPurpose(),
                notice.getView(),
                notice.getStep(),
                notice.getDue(),
                notice.getRule(),
                state,
                attempts,
                status,
                reason,
                detail,
                entry.getAt());
    }
}
