package eu.estafette.console.readmodel;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.JournalNotice;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;

/**
 * What became of each notice.
 *
 * <pre>
 *   WAITING ──► DELIVERED | WITHDRAWN
 *      │ ▲
 *      │ └──── replayed ────┐
 *      └──► PARKED | DEAD ──┤
 *                  DEAD ────┴──► DISCARDED
 * </pre>
 */
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
                state = case excluded.state when 'WAITING' then before.state when 'REPLAYED' then 'WAITING'
                                            else excluded.state end,
                since = case excluded.state when 'WAITING' then before.since else excluded.since end,
                attempts = greatest(before.attempts, excluded.attempts),
                status = coalesce(excluded.status, before.status),
                reason = coalesce(excluded.reason, before.reason),
                detail = coalesce(excluded.detail, before.detail), cause = coalesce(excluded.cause, before.cause),
                event_type = coalesce(excluded.event_type, before.event_type),
                lane_case = coalesce(before.lane_case, excluded.lane_case)
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
            "since timestamptz",
            "event_type text",
            "cause text",
            "lane_case text");

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
            // what operators and their commands say is no failure of the notice: those of the dead letter stay
            case "PARKED", "DISCARDED" -> entry.getNotices().forEach(notice -> told(entry, notice, entry.getKind()));
            case "REPLAYED" -> entry.getNotices().forEach(notice -> replayed(entry, notice));
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
        row(entry, notice, new Place(partition, offset), state, Failure.NONE);
    }

    /** That it waits must show also where no entry told of it before. */
    private void replayed(JournalEntry entry, JournalNotice notice) {
        told(entry, notice, "WAITING");
        told(entry, notice, "REPLAYED");
    }

    private void told(JournalEntry entry, JournalNotice notice, String state) {
        row(entry, notice, Place.UNKNOWN, state, Failure.NONE);
    }

    private void called(JournalEntry entry, JournalNotice notice, String state) {
        row(entry, notice, Place.UNKNOWN, state, Failure.of(entry));
    }

    private void row(JournalEntry entry, JournalNotice notice, Place place, String state, Failure failure) {
        boolean dead = state.equals("DEAD");
        deliveries.add(
                notice.getNoticeId(),
                notice.getNoticeId(),
                place.partition(),
                place.offset(),
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
                failure.attempts(),
                failure.status(),
                failure.reason(),
                failure.detail(),
                entry.getAt(),
                entry.getEvent() == null ? null : entry.getEvent().getType(),
                dead ? Cause.of(failure.reason(), failure.detail()) : null,
                entry.getCaseId());
    }

    /** In the journal, of the decision that sent a notice. */
    private record Place(
            @Nullable Integer partition, @Nullable Long offset) {

        static final Place UNKNOWN = new Place(null, null);
    }

    private record Failure(
            int attempts,
            @Nullable Integer status,
            @Nullable String reason,
            @Nullable String detail) {

        static final Failure NONE = new Failure(0, null, null, null);

        static Failure of(JournalEntry entry) {
            int attempts = entry.getAttempt() == null ? 0 : entry.getAttempt();
            return new Failure(attempts, entry.getStatus(), entry.getReason(), entry.getDetail());
        }
    }
}
