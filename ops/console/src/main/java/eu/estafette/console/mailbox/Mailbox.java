package eu.estafette.console.mailbox;

import eu.estafette.console.readmodel.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A party's notices, oldest first. */
final class Mailbox {

    /** Where the reader stands in each partition. */
    private static final String STARTS = """
            with start as (
                select p.partition, coalesce(c.next_offset, 0) as next_offset
                from estafette.position p
                left join unnest(cast(:partitions as int[]), cast(:offsets as bigint[])) as c(partition, next_offset)
                       on c.partition = p.partition
                where p.topic = 'estafette.notices')
            """;

    /** Few, so all of them are looked at. */
    private static final String OPEN = """
            , found as (
                select n.notices_partition, n.notices_offset, n.created_at, n.notice_id, n.case_ref, n.body
                from estafette.open_notice o
                join estafette.notice n on n.notice_id = o.notice_id and n.party = o.party
                join start on start.partition = n.notices_partition and n.notices_offset >= start.next_offset
                where o.party = :party
                  and not exists (select from estafette.withdrawn_notice w where w.notice_id = n.notice_id))
            """;

    /** Many, so only as many of each partition as one page could hold. */
    private static final String ALL = """
            , found as (
                select ahead.*
                from start cross join lateral (
                    select n.notices_partition, n.notices_offset, n.created_at, n.notice_id, n.case_ref, n.body
                    from estafette.notice n
                    where n.party = :party and n.notices_partition = start.partition
                      and n.notices_offset >= start.next_offset %s
                    order by n.notices_offset
                    limit :limit) ahead)
            """;

    private static final String ANSWERED = """
            and n.purpose = 'ACT'
            and not exists (select from estafette.open_notice o where o.notice_id = n.notice_id and o.party = n.party)
            and not exists (select from estafette.withdrawn_notice w where w.notice_id = n.notice_id)
            """;

    /**
     * Oldest first over all partitions, in offset order within each: a notice with an earlier time at a later offset waits for its
     * forerunners, else the cursor would pass over them.
     */
    private static final String IN_ORDER = """
            select n.notices_partition, n.notices_offset, n.notice_id, n.case_ref, n.body, %s
            from found n
            order by max(n.created_at) over (partition by n.notices_partition order by n.notices_offset),
                     n.notices_partition, n.notices_offset
            limit :limit
            """.formatted(StoredNotice.WITHDRAWN);

    private static final String ONE = """
            select n.notice_id, n.case_ref, n.body, %s
            from estafette.notice n where n.notice_id = :notice and n.party = :party
            """.formatted(StoredNotice.WITHDRAWN);

    private final JdbcClient jdbc;

    Mailbox(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The first notices after the cursor, and the cursor after them if there are more. */
    Page read(String party, MailboxState state, MailboxCursor after, int limit) {
        String found =
                switch (state) {
                    case OPEN -> OPEN;
                    case ANSWERED -> ALL.formatted(ANSWERED);
                    case ALL -> ALL.formatted("");
                };
        List<Letter> letters = jdbc.sql(STARTS + found + IN_ORDER)
                .param("partitions", after.partitions())
                .param("offsets", after.offsets())
                .param("party", party)
                .param("limit", limit + 1)
                .query((result, number) -> letter(new Row(result)))
                .list();
        if (letters.size() <= limit) {
            return new Page(letters, Optional.empty());
        }
        List<Letter> page = letters.subList(0, limit);
        MailboxCursor next = after;
        for (Letter letter : page) {
            next = next.past(letter.partition(), letter.offset());
        }
        return new Page(page, Optional.of(next));
    }

    /** One of the party's own. */
    Optional<StoredNotice> find(String party, String noticeId) {
        return jdbc.sql(ONE)
                .param("notice", noticeId)
                .param("party", party)
                .query((result, number) -> StoredNotice.of(new Row(result)))
                .optional();
    }

    private static Letter letter(Row row) throws SQLException {
        return new Letter(row.number("notices_partition"), row.bigNumber("notices_offset"), StoredNotice.of(row));
    }

    /** A notice as it lies in the mailbox. */
    record Letter(int partition, long offset, StoredNotice notice) {}

    /** Part of a mailbox. */
    record Page(List<Letter> letters, Optional<MailboxCursor> next) {}
}
