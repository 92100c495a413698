package eu.estafette.console.events;

import eu.estafette.console.events.EventStatus.Held;
import eu.estafette.console.readmodel.Row;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Looks up events for their senders. */
final class EventQueries {

    /**
     * Of several posts of one id: the one that was asked for, else the one that counted, before its repetitions.
     */
    private static final String FIND = """
            select event_id, source, type, state, reason, until, case_id, case_ref, accepted_at, events_partition, events_offset,
                   count(*) filter (where state = 'DUPLICATE') over (partition by source) as repetitions
            from estafette.event
            where event_id = :id and party = :party
            order by (events_partition = :partition and events_offset = :offset and state <> 'DUPLICATE') desc,
                     state = 'DUPLICATE', accepted_at, events_partition, events_offset
            limit 1
            """;

    private static final String CONSENT = "CONSENT";

    private final JdbcClient jdbc;
    private final HoldQueries holds;

    EventQueries(JdbcClient jdbc, HoldQueries holds) {
        this.jdbc = jdbc;
        this.holds = holds;
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
        Optional<StoredEvent> found = jdbc.sql(FIND)
                .param("id", id)
                .param("party", party)
                .param("partition", position.map(ReadPosition::partition).orElse(-1))
                .param("offset", position.map(ReadPosition::offset).orElse(-1L))
                .query((result, number) -> StoredEvent.of(new Row(result)))
                .optional();
        return found.map(event -> event.status(event.waitsForConsent() ? waitingFor(event, party) : List.of()));
    }

    /** Empty for a party that may not know. */
    private List<Held> waitingFor(StoredEvent event, String party) {
        boolean maySee =
                event.caseId().filter(caseId -> holds.maySee(caseId, party)).isPresent();
        return maySee ? holds.named(event.partition(), event.offset()) : List.of();
    }
}
