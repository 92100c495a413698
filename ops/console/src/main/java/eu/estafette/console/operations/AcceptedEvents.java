package eu.estafette.console.operations;

import eu.estafette.console.readmodel.Row;
import java.sql.SQLException;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events by their names. */
public final class AcceptedEvents {

    private static final String FIND = """
            select events_partition, events_offset, event_id, source, party, type, business_key, action, version, case_id, case_ref, accepted_at
            from estafette.event where %s
            order by state = 'DUPLICATE', accepted_at, events_partition, events_offset limit 1
            """;

    private final JdbcClient jdbc;

    public AcceptedEvents(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param name its place, or its id; of several with that id the one that counted */
    public Optional<AcceptedEvent> find(String name) {
        return atPlace(name).or(() -> jdbc.sql(FIND.formatted("event_id = :id"))
                .param("id", name)
                .query((result, number) -> event(new Row(result)))
                .optional());
    }

    private Optional<AcceptedEvent> atPlace(String name) {
        if (!name.matches("\\d{1,4}-\\d{1,18}")) {
            return Optional.empty();
        }
        String[] place = name.split("-", 2);
        return jdbc.sql(FIND.formatted("events_partition = :partition and events_offset = :offset"))
                .param("partition", Integer.parseInt(place[0]))
                .param("offset", Long.parseLong(place[1]))
                .query((result, number) -> event(new Row(result)))
                .optional();
    }

    private static AcceptedEvent event(Row row) throws SQLException {
        return new AcceptedEvent(
                row.number("events_partition") + "-" + row.bigNumber("events_offset"),
                row.text("event_id"),
                row.text("source"),
                row.text("party"),
                row.text("type"),
                row.text("business_key"),
                row.text("action"),
                row.number("version"),
                row.textIfAny("case_id"),
                row.textIfAny("case_ref"),
                row.instant("accepted_at"));
    }
}
