package eu.estafette.console.operations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import eu.estafette.console.readmodel.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/**
 * A notice that its party refused for good, without what it holds.
 *
 * @param state     DEAD; DISCARDED, or where it was replayed what has become of it since
 * @param connector by which its party is called now
 * @param status    the partner's own status code
 * @param cause     the detail without what differs from one failure to the next
 * @param group     id of those with the same cause, party, connector and event type
 * @param parked    how many notices of its case wait behind it
 * @param since     when it came into its state
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
public record DeadNotice(
        @JsonIgnore long number,
        String noticeId,
        String state,
        Optional<String> caseRef,
        String party,
        Optional<String> person,
        String role,
        String purpose,
        String view,
        Optional<String> step,
        Optional<String> eventType,
        String connector,
        int attempts,
        Optional<Integer> status,
        Optional<String> reason,
        Optional<String> detail,
        String cause,
        String group,
        long parked,
        Instant since) {

    private static final String UNKNOWN = "UNKNOWN";

    static final String COLUMNS = """
            t.id, t.notice_id, t.state, t.case_ref, t.party, t.person, t.role, t.purpose, t.view, t.step, t.event_type, t.attempts,
            t.status, t.reason, t.detail, %s as cause, t.since,
            (select count(*) from estafette.delivery p
             where p.state = 'PARKED' and p.party = t.party and p.lane_case = t.lane_case) as parked
            """.formatted(DeadGroup.CAUSE);

    /** Whether it lay on its lane and nobody can read it; its id is its place there. */
    @JsonIgnore
    public boolean isUnreadable() {
        return view.equals(UNKNOWN);
    }

    static DeadNotice of(Row row, Connectors connectors) throws SQLException {
        String connector = connectors.of(row.text("party"), row.textIfAny("person"));
        DeadGroup.Key key = DeadGroup.Key.of(row, connector);
        return new DeadNotice(
                row.bigNumber("id"),
                row.text("notice_id"),
                row.text("state"),
                row.textIfAny("case_ref"),
                row.text("party"),
                row.textIfAny("person"),
                row.text("role"),
                row.text("purpose"),
                row.text("view"),
                row.textIfAny("step"),
                row.textIfAny("event_type"),
                connector,
                row.number("attempts"),
                row.numberIfAny("status"),
                row.textIfAny("reason"),
                row.textIfAny("detail"),
                key.cause(),
                key.id(),
                row.bigNumber("parked"),
                row.instant("since"));
    }
}
