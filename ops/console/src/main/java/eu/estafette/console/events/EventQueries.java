package eu.estafette.console.events;

import eu.estafette.console.events.EventStatus.Held;
import eu.estafette.console.readmodel.Row;
import eu.estafette.domain.event.EventType;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks up events for their senders. */
final class EventQueries {

    /**
     * Of several posts of one id: the one that was asked for, else the one that counted, before its repetitions.
     */
    private static final String FIND = """
            select event_id, source, type, state, reason, until, case_ref, accepted_at,
                   count(*) filter (where state = 'DUPLICATE') over (partition by source) as repetitions
            from estafette.event
            where event_id = :id and party = :party
            order by (events_partition = :partition and events_offset = :offset and state <> 'DUPLICATE') desc,
                     state = 'DUPLICATE', accepted_at, events_partition, events_offset
            limit 1
            """;

    private final JdbcClient jdbc;

    EventQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whether what stands here was decided and is in the read model. */
    boolean isDecided(ReadPosition position) {
        return jdbc.sql("select next_offset from estafette.decided where events_partition = :partition")
                .param("partition", position.partition())
                .query(Long.class)
                .optional()
                .map(next -> next > position.offset())
                .orElse(false);
    }

    Optional<EventStatus> find(String id, String party, Optional<ReadPosition> position) {
        return jdbc.sql(FIND)
                .param("id", id)
                .param("party", party)
                .param("partition", position.map(ReadPosition::partition).orElse(-1))
                .param("offset", position.map(ReadPosition::offset).orElse(-1L))
                .query((result, number) -> status(new Row(result)))
                .optional();
    }

    private static EventStatus status(Row row) throws SQLException {
        String state = row.text("state");
        Optional<String> why = row.textIfAny("reason");
        boolean routed = state.equals("ROUTED");
        String type = row.text("type");
        int repetitions = row.number("repetitions");
        return new EventStatus(
                row.text("event_id"),
                row.textIfAny("source"),
                Optional.of(EventType.ofShortName(type)
                        .map(EventType::cloudEventType)
                        .orElse(type)),
                state,
                routed ? why : Optional.empty(),
                routed ? Optional.empty() : why,
                row.instantIfAny("until").map(until -> List.of(new Held(until))),
                row.textIfAny("case_ref"),
                state.equals("DUPLICATE") ? repetitions - 1 : repetitions,
                row.instantIfAny("accepted_at"));
    }
}
