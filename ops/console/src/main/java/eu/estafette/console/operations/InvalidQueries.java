package eu.estafette.console.operations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import eu.estafette.console.readmodel.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Events that were accepted and could not be decided. */
final class InvalidQueries {

    private static final String INVALID = """
            select id, event_id, source, party, type, business_key, reason, detail, accepted_at, events_partition, events_offset
            from estafette.event where state = 'INVALID' and id > :after order by id limit :limit
            """;

    private final JdbcClient jdbc;

    InvalidQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order in which they were set aside. */
    Page<InvalidEvent> invalid(Page.Request request) {
        var found = jdbc.sql(INVALID)
                .param("after", request.after())
                .param("limit", request.oneMore())
                .query((result, number) -> invalid(new Row(result)))
                .list();
        long all = jdbc.sql("select count(*) from estafette.event where state = 'INVALID'")
                .query(Long.class)
                .single();
        return Page.of(found, request, InvalidEvent::number, Attention.list(attention(all)));
    }

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
