package eu.estafette.console.readmodel;

import eu.estafette.console.readmodel.Change.Sent;
import eu.estafette.contract.message.Notice;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcOperations;

/** Notices as they were sent, until they are no longer kept. */
final class NoticeRows {

    private static final Table NOTICE = Table.of(
            "notice",
            """
            (notice_id) do update set
                notices_partition = excluded.notices_partition, notices_offset = excluded.notices_offset, body = excluded.body
            """,
            "notice_id text",
            "notices_partition int4",
            "notices_offset int8",
            "case_id text",
            "case_ref text",
            "party text",
            "purpose text",
            "created_at timestamptz",
            "body bytea");

    private static final String UNDECIDED = """
            insert into estafette.undecided_notice (notice_id, party)
            select n.notice_id, n.party from estafette.notice n
            where n.notice_id = any(?)
              and not exists (select from estafette.delivery d where d.notice_id = n.notice_id and d.journal_offset is not null)
            on conflict do nothing
            """;

    private final CaseNames names;
    /** By notice id, as the topic is compacted: the last record of an id is the one that counts. */
    private final Map<String, Optional<Sent>> latest = new LinkedHashMap<>();

    NoticeRows(CaseNames names) {
        this.names = names;
    }

    void sent(Sent sent) {
        latest.put(sent.notice().getNoticeId(), Optional.of(sent));
    }

    void removed(String noticeId) {
        latest.put(noticeId, Optional.empty());
    }

    void write(JdbcOperations jdbc) {
        var rows = new Rows(NOTICE);
        var gone = new Removal("notice", "notice_id");
        latest.forEach((noticeId, kept) -> kept.ifPresentOrElse(sent -> row(rows, sent), () -> gone.add(noticeId)));
        rows.write(jdbc);
        gone.write(jdbc);
        undecided(jdbc);
    }

    private void undecided(JdbcOperations jdbc) {
        String[] asking = latest.values().stream()
                .flatMap(Optional::stream)
                .map(Sent::notice)
                .filter(notice -> notice.getPurpose().equals("ACT"))
                .map(Notice::getNoticeId)
                .toArray(String[]::new);
        if (asking.length > 0) {
            jdbc.update(
                    UNDECIDED,
                    statement -> statement.setArray(1, statement.getConnection().createArrayOf("text", asking)));
        }
    }

    private void row(Rows rows, Sent sent) {
        Notice notice = sent.notice();
        rows.add(
                notice.getNoticeId(),
                notice.getNoticeId(),
                sent.partition(),
                sent.offset(),
                names.of(notice.getCaseId()),
                notice.getCaseRef(),
                notice.getParty(),
                notice.getPurpose(),
                notice.getCreatedAt(),
                sent.body());
    }
}
