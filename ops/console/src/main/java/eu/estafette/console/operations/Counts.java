package eu.estafette.console.operations;

import eu.estafette.console.readmodel.Row;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many of what there are, each from an index of its own. */
final class Counts {

    private static final String UNFINISHED = """
            select (select count(*) from estafette.event where state = 'HELD') as held,
                   (select count(*) from estafette.set_aside) as invalid,
                   (select count(*) from estafette.delivery where state in ('WAITING', 'PARKED')) as waiting,
                   (select min(since) from estafette.delivery where state in ('WAITING', 'PARKED')) as oldest_waiting,
                   (select count(*) from estafette.delivery where state = 'PARKED') as parked,
                   (select count(*) from estafette.delivery where state = 'DISCARDED') as discarded,
                   (select count(*) from estafette.delivery where state = 'DEAD') as dead,
                   (select count(*) from estafette.step where state in ('OPEN', 'TAKEN')) as open,
                   (select count(*) from estafette.step where state in ('OPEN', 'TAKEN') and due < :today) as overdue,
                   (select count(*) from estafette.step where state in ('OPEN', 'TAKEN') and owner = 'OPERATOR') as unowned,
                   (select count(*) from estafette.step where state = 'EXPIRED') as expired,
                   (select count(*) from estafette.skipped) as skipped
            """;

    private final JdbcClient jdbc;

    Counts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Unfinished unfinished(LocalDate today) {
        return jdbc.sql(UNFINISHED)
                .param("today", today)
                .query((result, number) -> unfinished(new Row(result)))
                .single();
    }

    /** Events accepted on a day, by the state they are in now. */
    Map<String, Long> accepted(LocalDate day, ZoneId zone) {
        Map<String, Long> byState = new LinkedHashMap<>();
        jdbc.sql("""
                        select state, count(*) as many from estafette.event
                        where accepted_at >= :from and accepted_at < :until group by state order by state
                        """)
                .param("from", day.atStartOfDay(zone).toOffsetDateTime())
                .param("until", day.plusDays(1).atStartOfDay(zone).toOffsetDateTime())
                .query((result, number) -> byState.put(result.getString("state"), result.getLong("many")))
                .list();
        return byState;
    }

    long refusedAtDoor(LocalDate day, ZoneId zone) {
        return jdbc.sql("""
                        select count(*) from estafette.journal
                        where kind = 'REFUSED_AT_DOOR' and at >= :from and at < :until
                        """)
                .param("from", day.atStartOfDay(zone).toOffsetDateTime())
                .param("until", day.plusDays(1).atStartOfDay(zone).toOffsetDateTime())
                .query(Long.class)
                .single();
    }

    private static Unfinished unfinished(Row row) throws SQLException {
        return new Unfinished(
                row.bigNumber("held"),
                row.bigNumber("invalid"),
                row.bigNumber("waiting"),
                row.instantIfAny("oldest_waiting"),
                row.bigNumber("parked"),
                row.bigNumber("dead"),
                row.bigNumber("discarded"),
                row.bigNumber("open"),
                row.bigNumber("overdue"),
                row.bigNumber("unowned"),
                row.bigNumber("expired"),
                row.bigNumber("skipped"));
    }

    /** What is not at its end yet. */
    record Unfinished(
            long held,
            long invalid,
            long waiting,
            Optional<java.time.Instant> oldestWaiting,
            long parked,
            long dead,
            long discarded,
            long open,
            long overdue,
            long unowned,
            long expired,
            long skipped) {}
}
