package eu.estafette.console.operations;

import eu.estafette.console.operations.TraceItem.Accepted;
import eu.estafette.console.operations.TraceItem.Answered;
import eu.estafette.console.operations.TraceItem.Called;
import eu.estafette.console.operations.TraceItem.Decided;
import eu.estafette.console.operations.TraceItem.Moved;
import eu.estafette.console.operations.TraceItem.Operated;
import eu.estafette.console.operations.TraceItem.Recalled;
import eu.estafette.console.operations.TraceItem.StepsChanged;
import eu.estafette.console.readmodel.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * One entry of the journal, as the items it comes down to.
 *
 * @param before what goes before the notices of the entry
 * @param after  what goes after them
 */
record JournalLine(
        int partition,
        long offset,
        Instant at,
        Optional<String> caseId,
        Optional<String> caseRef,
        boolean isInvalid,
        List<TraceItem> before,
        List<TraceItem> after) {

    private static final String MOVED = "MOVED";
    private static final Set<String> BY_OPERATORS = Set.of("PARKED", "REPLAYED", "DISCARDED", "READ");
    private static final String ANSWER = "notice.answered";

    static JournalLine of(Row row) throws SQLException {
        List<TraceItem> before = new ArrayList<>();
        List<TraceItem> after = new ArrayList<>();
        Instant at = row.instant("at");
        if (row.text("kind").equals(MOVED)) {
            before.add(new Moved(at, row.text("case_ref")));
        } else if (BY_OPERATORS.contains(row.text("kind"))) {
            before.add(operated(row, at));
        } else if (row.textIfAny("event_id").isEmpty()) {
            before.add(called(row, at));
        } else if (row.text("type").equals(ANSWER)) {
            before.add(answered(row, at));
        } else {
            before.add(accepted(row));
            before.add(decided(row, at));
        }
        row.textIfAny("steps").ifPresent(changes -> after.add(new StepsChanged(at, changes)));
        List<String> recalled = row.words("recalled");
        if (!recalled.isEmpty()) {
            after.add(new Recalled(at, recalled));
        }
        return new JournalLine(
                row.number("journal_partition"),
                row.bigNumber("journal_offset"),
                at,
                row.textIfAny("case_id"),
                row.textIfAny("case_ref"),
                row.textIfAny("state").filter("INVALID"::equals).isPresent(),
                before,
                after);
    }

    private static TraceItem accepted(Row row) throws SQLException {
        return new Accepted(
                row.instant("accepted_at"),
                row.text("event_id"),
                row.text("source"),
                row.text("party"),
                row.text("type"),
                row.text("business_key"),
                row.text("action"),
                row.number("version"),
                row.textIfAny("event_case_ref"));
    }

    private static TraceItem decided(Row row, Instant at) throws SQLException {
        return new Decided(
                at,
                row.text("event_id"),
                row.text("type"),
                row.text("state"),
                row.textIfAny("reason"),
                row.textIfAny("detail"),
                row.words("rules"),
                row.words("dropped_fields"));
    }

    /** An answer's business key is the notice's id, its level and a number, with bars between. */
    private static TraceItem answered(Row row, Instant at) throws SQLException {
        String[] key = row.text("business_key").split("\\|", 3);
        return new Answered(
                at,
                row.textIfAny("notice_id"),
                row.text("party"),
                row.textIfAny("journal_person"),
                key.length > 1 ? Optional.of(key[1]) : Optional.empty(),
                row.textIfAny("answer"),
                row.textIfAny("answer_reason"),
                row.text("state"),
                row.textIfAny("reason"));
    }

    private static TraceItem operated(Row row, Instant at) throws SQLException {
        return new Operated(
                at,
                row.text("kind"),
                row.textIfAny("notice_id"),
                row.text("party"),
                row.textIfAny("journal_person"),
                row.textIfAny("command"),
                row.textIfAny("reason"),
                row.textIfAny("detail"));
    }

    private static TraceItem called(Row row, Instant at) throws SQLException {
        return new Called(
                at,
                row.text("kind"),
                row.textIfAny("notice_id"),
                row.text("party"),
                row.numberIfAny("attempt"),
                row.numberIfAny("status"),
                row.textIfAny("reason"),
                row.textIfAny("detail"));
    }
}
