package eu.estafette.console.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.estafette.console.readmodel.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What came of what operators said about held events. */
final class HoldReports {

    /** The key of a review starts with the place of the event that it is about. */
    private static final String REPORT = """
            select r.event_id, r.state, r.reason, r.business_key, e.event_id as held_id, e.type, e.state as held_state,
                   e.reason as held_reason, e.until
            from estafette.event r
            left join estafette.event e
              on e.events_partition = cast(split_part(r.business_key, '-', 1) as int)
             and e.events_offset = cast(split_part(split_part(r.business_key, '|', 1), '-', 2) as bigint)
            where r.event_id = :id and r.party = 'hub' and r.type = 'hold.reviewed'
            limit 1
            """;

    private static final String STILL_HELD = "STILL_HELD";

    private final JdbcClient jdbc;

    HoldReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Absent while it is not decided, or not in the read model yet. */
    Optional<HoldReport> find(String reviewId) {
        return jdbc.sql(REPORT)
                .param("id", reviewId)
                .query((result, number) -> report(new Row(result)))
                .optional();
    }

    private static HoldReport report(Row row) throws SQLException {
        String[] key = row.text("business_key").split("\\|", 3);
        Optional<String> reason = row.textIfAny("reason");
        boolean done = row.text("state").equals("ROUTED") && reason.isEmpty();
        String why = reason.orElse(row.text("state"));
        return new HoldReport(
                row.text("event_id"),
                key[0],
                key[1],
                row.text("state"),
                reason,
                row.textIfAny("held_id"),
                row.textIfAny("type"),
                row.textIfAny("held_state"),
                row.textIfAny("held_reason"),
                row.instantIfAny("until").filter(ignored -> why.equals(STILL_HELD)),
                done ? List.of() : List.of(new Plan.Warning("HOLD_" + why, 1, sentence(why))));
    }

    private static String sentence(String why) {
        return switch (why) {
            case STILL_HELD -> "What it waits for is still missing; it waits on.";
            case "HELD_FOR_CONSENT" -> "It waits for consent, which no operator can give; it waits on.";
            case "NOT_HELD" -> "It is not held any more; nothing was done.";
            default -> "It was not carried out.";
        };
    }

    /**
     * One of them.
     *
     * @param review     its id
     * @param place      of the held event
     * @param verdict    REPLAY or DISCARD
     * @param state      of the review: ROUTED where it was carried out
     * @param reason     STILL_HELD, or why it was refused
     * @param eventState of the event that was held, as it is now
     * @param until      until when it is held now, where it still is
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record HoldReport(
            String review,
            String place,
            String verdict,
            String state,
            Optional<String> reason,
            Optional<String> event,
            Optional<String> type,
            Optional<String> eventState,
            Optional<String> eventReason,
            Optional<Instant> until,
            List<Plan.Warning> attention) {}
}
