package eu.estafette.console.desk;

import eu.estafette.console.desk.CommandReport.Outcome;
import eu.estafette.console.desk.CommandReport.Told;
import eu.estafette.console.problem.NotFoundException;
import eu.estafette.console.readmodel.Row;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What has come of a command so far, read from the journal: of its parts, and of each notice. */
final class CommandQueries {

    private static final String TOLD = """
            select party, at, state, reason, detail, person, parts from estafette.journal
            where command = :id and kind = 'COMMANDED' order by at, journal_partition, journal_offset
            """;

    /** Of each notice, chosen or gone after a chosen one: what the command did, and what came of it first. */
    private static final String NOTICES = """
            with touched as (
                select distinct on (notice_id) notice_id, party, journal_partition, journal_offset, kind, at, reason, detail, status
                from estafette.journal
                where command = :id and kind in ('REPLAYED', 'DISCARDED') and notice_id is not null
                order by notice_id, journal_offset desc
            ), named as (
                select notice_id, party, number, true as chosen from estafette_desk.selection_notice where selection_id = :id
                union all
                select notice_id, party, %d + row_number() over (order by at, journal_offset), false from touched t
                where not exists (select from estafette_desk.selection_notice s where s.selection_id = :id and s.notice_id = t.notice_id)
            ), outcome as (
                select n.number as id, n.notice_id, n.party, n.chosen, coalesce(e.kind, t.kind, 'NONE') as kind,
                       coalesce(e.at, t.at) as at, e.reason, e.detail, e.status
                from named n
                left join touched t on t.notice_id = n.notice_id
                left join lateral (
                    select j.kind, j.at, j.reason, j.detail, j.status from estafette.journal j
                    where t.kind = 'REPLAYED' and j.notice_id = t.notice_id and j.journal_partition = t.journal_partition
                      and j.journal_offset > t.journal_offset and j.kind in ('DELIVERED', 'DEAD', 'WITHDRAWN', 'PARKED')
                    order by j.journal_offset limit 1) e on true
            )
            """.formatted(Selections.MOST);

    private final JdbcClient jdbc;

    CommandQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws NotFoundException if no such command was given */
    CommandReport report(String id, long after, int limit) {
        List<Told> told = jdbc.sql(TOLD)
                .param("id", id)
                .query((result, number) -> told(new Row(result)))
                .list();
        if (told.isEmpty() && !isGiven(id)) {
            throw new NotFoundException("There is no command of this id.");
        }
        Map<String, Long> counts = new TreeMap<>();
        CommandState state = CommandState.of(told);
        jdbc.sql(NOTICES + "select kind, count(*) as many from outcome group by kind")
                .param("id", id)
                .query((result, number) ->
                        counts.merge(state.ofNotice(result.getString("kind")), result.getLong("many"), Long::sum))
                .list();
        List<Outcome> items = jdbc.sql(NOTICES + "select * from outcome where id > :after order by id limit :limit")
                .param("id", id)
                .param("after", after)
                .param("limit", limit + 1)
                .query((result, number) -> outcome(new Row(result), state))
                .list();
        return CommandReport.of(id, told, state, counts, items, limit);
    }

    private boolean isGiven(String id) {
        return jdbc.sql(
                                "select count(*) from estafette_desk.selection where selection_id = :id and given_at is not null")
                        .param("id", id)
                        .query(Long.class)
                        .single()
                > 0;
    }

    private static Told told(Row row) throws SQLException {
        return new Told(
                row.text("party"),
                row.instant("at"),
                row.textIfAny("state").orElse("UNKNOWN"),
                row.textIfAny("reason"),
                row.textIfAny("detail"),
                row.textIfAny("person"),
                row.numberIfAny("parts"));
    }

    private static Outcome outcome(Row row, CommandState state) throws SQLException {
        return new Outcome(
                row.bigNumber("id"),
                row.text("notice_id"),
                row.text("party"),
                row.flag("chosen"),
                state.ofNotice(row.text("kind")),
                row.instantIfAny("at"),
                row.numberIfAny("status"),
                row.textIfAny("reason"),
                row.textIfAny("detail"));
    }
}
