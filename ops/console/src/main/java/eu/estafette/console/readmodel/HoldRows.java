package eu.estafette.console.readmodel;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.JournalHold;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcOperations;

/** Notices that wait for consent, and those that did: of which event, for whom, which categories, until when. */
final class HoldRows {

    private static final Table HOLD = Table.of(
            "hold",
            """
            (events_partition, events_offset, role, party, person, view, step, object_family, object_key) do update set
                categories = excluded.categories, until = excluded.until, state = excluded.state, reason = excluded.reason,
                case_id = excluded.case_id, changed_at = excluded.changed_at
            """,
            "events_partition int4",
            "events_offset int8",
            "role text",
            "party text",
            "person text",
            "view text",
            "step text",
            "object_family text",
            "object_key text",
            "categories text",
            "until timestamptz",
            "state text",
            "reason text",
            "case_id text",
            "held_at timestamptz",
            "changed_at timestamptz");

    private final Rows holds = new Rows(HOLD);

    void add(JournalEntry entry) {
        entry.getHolds().stream()
                .filter(hold -> hold.getPartition() != null && hold.getOffset() != null)
                .forEach(hold -> add(entry, hold));
    }

    private void add(JournalEntry entry, JournalHold hold) {
        String person = Objects.requireNonNullElse(hold.getPerson(), "");
        String step = Objects.requireNonNullElse(hold.getStep(), "");
        holds.add(
                List.of(
                        hold.getPartition(),
                        hold.getOffset(),
                        hold.getRole(),
                        hold.getParty(),
                        person,
                        hold.getView(),
                        step,
                        hold.getObjectFamily(),
                        hold.getObjectKey()),
                hold.getPartition(),
                hold.getOffset(),
                hold.getRole(),
                hold.getParty(),
                person,
                hold.getView(),
                step,
                hold.getObjectFamily(),
                hold.getObjectKey(),
                String.join(" ", hold.getCategories()),
                hold.getUntil(),
                hold.getChange(),
                hold.getReason(),
                entry.getCaseId(),
                entry.getAt(),
                entry.getAt());
    }

    void write(JdbcOperations jdbc) {
        holds.write(jdbc);
    }
}
