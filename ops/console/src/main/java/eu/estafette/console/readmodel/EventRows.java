package eu.estafette.console.readmodel;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.JournalEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcOperations;

/** Accepted events with their state, and how far each partition of {@code estafette.events} has been decided. */
final class EventRows {

    private static final Set<String> TELL_OF_EVENTS = Set.of("DECIDED", "FORWARDED");

    private static final Table EVENT = Table.of(
            "event",
            """
            (events_partition, events_offset) do update set
                state = excluded.state, reason = excluded.reason, detail = excluded.detail, until = excluded.until,
                case_id = coalesce(excluded.case_id, before.case_id), case_ref = coalesce(excluded.case_ref, before.case_ref),
                decided_at = excluded.decided_at, journal_partition = excluded.journal_partition
            where excluded.state <> 'ACCEPTED'
              and (before.journal_partition is not distinct from excluded.journal_partition
                   or excluded.decided_at >= before.decided_at)
            """,
            "events_partition int4",
            "events_offset int8",
            "event_id text",
            "source text",
            "party text",
            "type text",
            "business_key text",
            "action text",
            "version int4",
            "state text",
            "reason text",
            "detail text",
            "until timestamptz",
            "case_id text",
            "case_ref text",
            "accepted_at timestamptz",
            "decided_at timestamptz",
            "journal_partition int4");

    /** A held event is decided again long after its neighbours: the position never goes back. */
    private static final Table DECIDED = Table.of(
            "decided",
            "(events_partition) do update set next_offset = greatest(before.next_offset, excluded.next_offset)",
            "events_partition int4",
            "next_offset int8");

    private final CaseNames names;
    private final Rows events = new Rows(EVENT);
    private final Map<Integer, Long> decided = new TreeMap<>();

    EventRows(CaseNames names) {
        this.names = names;
    }

    /** @param partition of the journal */
    void add(int partition, JournalEntry entry) {
        JournalEvent event = entry.getEvent();
        if (event == null || !TELL_OF_EVENTS.contains(entry.getKind())) {
            return;
        }
        // of an event that was forwarded another partition tells the end, and does not know what else stands in this
        // one
        if (event.getPartition() == partition) {
            decided.merge(event.getPartition(), event.getOffset() + 1, Math::max);
        }
        events.add(
                new Position(event.getPartition(), event.getOffset()),
                event.getPartition(),
                event.getOffset(),
                event.getId(),
                event.getSource(),
                entry.getParty(),
                event.getType(),
                event.getBusinessKey(),
                event.getAction(),
                event.getVersion(),
                entry.getState(),
                entry.getReason(),
                entry.getDetail(),
                entry.getUntil(),
                names.of(entry.getCaseId()),
                entry.getCaseRef(),
                event.getAcceptedAt(),
                entry.getAt(),
                partition);
    }

    void write(JdbcOperations jdbc) {
        events.write(jdbc);
        var positions = new Rows(DECIDED);
        decided.forEach((partition, next) -> positions.add(partition, partition, next));
        positions.write(jdbc);
    }

    private record Position(int partition, long offset) {}
}
