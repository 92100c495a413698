package eu.estafette.console.operations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import eu.estafette.console.readmodel.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Events that were accepted and could not be decided. */
final class InvalidQueries {

    static final Listing<InvalidEvent> INVALID = new Listing<>(
            "t.id, t.event_id, t.source, t.party, t.type, t.business_key, t.reason, t.detail, t.accepted_at, t.events_partition,"
                    + " t.events_offset",
            "estafette.event t",
            "t.state = 'INVALID'",
            InvalidQueries::invalid,
            InvalidEvent::number,
            InvalidQueries::attention);

    private InvalidQueries() {}

    static Optional<Attention> attention(long count) {
        return Attention.of("EVENT_INVALID", count, "Events that were accepted and could not be decided.");
    }

    private static InvalidEvent invalid(Row row) throws SQLException {
        return new InvalidEvent(
                row.bigNumber("id"),
                row.text("event_id"),
                row.text("source"),
                row.text("party"),
                row.text("type"),
                row.text("business_key"),
                row.textIfAny("reason"),
                row.textIfAny("detail"),
                row.instant("accepted_at"),
                row.number("events_partition"),
                row.bigNumber("events_offset"));
    }

    /** @param offset where the original stands on {@code estafette.events} */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record InvalidEvent(
            @JsonIgnore long number,
            String id,
            String source,
            String party,
            String type,
            String businessKey,
            Optional<String> reason,
            Optional<String> detail,
            Instant acceptedAt,
            int partition,
            long offset) {}
}
