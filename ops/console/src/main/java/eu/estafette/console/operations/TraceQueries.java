package eu.estafette.console.operations;

import eu.estafette.console.operations.TraceItem.Noticed;
import eu.estafette.console.problem.NotFoundException;
import eu.estafette.console.readmodel.Row;
import java.sql.SQLException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Follows an event id, a sender's business key, a caseRef or a notice id through the journal. */
final class TraceQueries {

    private static final int MOST = 2_000;

    private static final String LINES = """
            with named_case as (
                select case_id from estafette.case_ref where case_ref = :ref
            ), named_event as (
                select events_partition, events_offset from estafette.event where event_id = :ref
                union
                select events_partition, events_offset from estafette.event where business_key = :ref
            ), decision as (
                select j.journal_partition, j.journal_offset
                from estafette.journal j join named_event using (events_partition, events_offset)
            ), named_notice as (
                select cast(:ref as text) as notice_id
                union
                select d.notice_id
                from estafette.delivery d join decision using (journal_partition, journal_offset)
            ), line as (
                select journal_partition, journal_offset from decision
                union
                select journal_partition, journal_offset from estafette.delivery
                where notice_id = :ref and journal_offset is not null
                union
                select recalled_partition, recalled_offset from estafette.delivery
                where notice_id = :ref and recalled_offset is not null
                union
                select j.journal_partition, j.journal_offset
                from estafette.journal j join named_notice using (notice_id)
                union
                select j.journal_partition, j.journal_offset
                from estafette.journal j join named_case using (case_id)
            )
            select j.journal_partition, j.journal_offset, j.kind, j.at, j.party, j.case_id, j.case_ref, j.notice_id, j.state,
                   j.reason, j.detail, j.rules, j.steps, j.attempt, j.status, j.dropped_fields, j.answer, j.answer_reason,
                   j.person as journal_person,
                   j.recalled, j.command,
                   e.event_id, e.case_ref as event_case_ref, e.source, e.type, e.business_key, e.action, e.version, e.accepted_at
            from line
            join estafette.journal j using (journal_partition, journal_offset)
            left join estafette.event e
                   on e.events_partition = j.events_partition and e.events_offset = j.events_offset
            order by j.at, j.journal_partition, j.journal_offset
            limit :limit
            """;

    /** Of a notice's own trace the others of its decision are no part. */
    private static final String NOTICES = """
            select d.journal_partition, d.journal_offset, j.at, d.notice_id, d.party, d.person, d.role, d.purpose, d.view, d.step,
                   d.due, d.rule, d.state
            from unnest(cast(:partitions as int[]), cast(:offsets as bigint[])) as line(journal_partition, journal_offset)
            join estafette.delivery d using (journal_partition, journal_offset)
            join estafette.journal j using (journal_partition, journal_offset)
            where d.notice_id = :ref or not exists (select from estafette.delivery where notice_id = :ref)
            order by d.id
            """;

    private static final String STEPS = """
            select count(*) filter (where owner = 'OPERATOR') as unowned, count(*) filter (where due < :today) as overdue
            from estafette.step where case_id = any(:caseIds) and state <> 'CLOSED'
            """;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    TraceQueries(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @throws NotFoundException if the reference names nothing that the read model knows */
    Trace trace(String ref) {
        List<JournalLine> found = jdbc.sql(LINES)
                .param("ref", ref)
                .param("limit", MOST + 1)
                .query((result, number) -> JournalLine.of(new Row(result)))
                .list();
        if (found.isEmpty()) {
            throw new NotFoundException("Nothing is known under this event id, business key, caseRef or notice id.");
        }
        List<JournalLine> lines = found.subList(0, Math.min(MOST, found.size()));
        Map<Position, List<Noticed>> notices = notices(ref, lines);
        List<TraceItem> items = new ArrayList<>();
        for (JournalLine line : lines) {
            items.addAll(line.before());
            items.addAll(notices.getOrDefault(new Position(line.partition(), line.offset()), List.of()));
            items.addAll(line.after());
        }
        return new Trace(
                ref,
                lines.stream()
                        .map(JournalLine::caseRef)
                        .flatMap(Optional::stream)
                        .distinct()
                        .toList(),
                withoutRepetition(items),
                found.size() <= MOST,
                attention(lines, notices));
    }

    private Map<Position, List<Noticed>> notices(String ref, List<JournalLine> lines) {
        Map<Position, List<Noticed>> notices = new HashMap<>();
        jdbc.sql(NOTICES)
                .param("partitions", lines.stream().map(JournalLine::partition).toArray(Integer[]::new))
                .param("offsets", lines.stream().map(JournalLine::offset).toArray(Long[]::new))
                .param("ref", ref)
                .query((result, number) -> notices.computeIfAbsent(
                                new Position(result.getInt("journal_partition"), result.getLong("journal_offset")),
                                position -> new ArrayList<>())
                        .add(noticed(new Row(result))))
                .list();
        return notices;
    }

    private List<Attention> attention(List<JournalLine> lines, Map<Position, List<Noticed>> notices) {
        String[] caseIds = lines.stream()
                .map(JournalLine::caseId)
                .flatMap(Optional::stream)
                .distinct()
                .toArray(String[]::new);
        long dead = notices.values().stream()
                .flatMap(List::stream)
                .filter(notice -> notice.state().equals("DEAD"))
                .count();
        return jdbc.sql(STEPS)
                .param("today", HubDay.today(clock))
                .param("caseIds", caseIds)
                .query((result, number) -> Attention.list(
                        StepQueries.unowned(result.getLong("unowned")),
                        StepQueries.overdue(result.getLong("overdue")),
                        DeadQueries.attention(dead),
                        InvalidQueries.attention(
                                lines.stream().filter(JournalLine::isInvalid).count())))
                .single();
    }

    /** An event that was held is decided twice but was accepted once. */
    private static List<TraceItem> withoutRepetition(List<TraceItem> items) {
        return items.stream().distinct().toList();
    }

    private static Noticed noticed(Row row) throws SQLException {
        return new Noticed(
                row.instant("at"),
                row.text("notice_id"),
                row.text("party"),
                row.textIfAny("person"),
                row.text("role"),
                row.text("purpose"),
                row.text("view"),
                row.textIfAny("step"),
                row.dateIfAny("due"),
                row.textIfAny("rule"),
                row.text("state"));
    }

    private record Position(int partition, long offset) {}
}
