package eu.estafette.console.operations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonRawValue;
import eu.estafette.console.readmodel.Row;
import eu.estafette.schemas.Topics;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Records that were accepted and could not be decided, and parts of messages that never became an event, as long as nobody has solved them;
 * some of them nobody can read.
 */
public final class InvalidQueries {

    private static final String COLUMNS = """
            t.id, t.place, t.at_offset, t.code, t.detail, t.headers, e.event_id, e.source,
            coalesce(e.party, t.headers ->> 'estafette.failure.party') as party, e.type, e.business_key, e.action, e.version, e.case_id, e.case_ref, e.accepted_at
            """;

    private static final String TABLE = """
            estafette.set_aside t left join estafette.event e
              on e.events_partition = case when t.place like 'door:%' then null else cast(split_part(t.place, '-', 1) as int) end
             and e.events_offset = case when t.place like 'door:%' then null else cast(split_part(t.place, '-', 2) as bigint) end
            """;

    static final Listing<InvalidEvent> INVALID = new Listing<>(
            COLUMNS, TABLE, "true", InvalidQueries::invalid, InvalidEvent::number, InvalidQueries::attention);

    private final JdbcClient jdbc;

    public InvalidQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    static Optional<Attention> attention(long count) {
        return Attention.of(
                "EVENT_INVALID",
                count,
                "Events that could not be decided, and parts of messages that could not become events.");
    }

    /** @param name its place, or the id of an event; of several with that id the oldest */
    public Optional<InvalidEvent> find(String name) {
        return jdbc.sql(
                        "select %s from %s where t.place = :name or e.event_id = :name order by t.place = :name desc, t.id limit 1"
                                .formatted(COLUMNS, TABLE))
                .param("name", name)
                .query((result, number) -> invalid(new Row(result)))
                .optional();
    }

    private static InvalidEvent invalid(Row row) throws SQLException {
        return new InvalidEvent(
                row.bigNumber("id"),
                row.text("place"),
                row.bigNumber("at_offset"),
                row.textIfAny("event_id"),
                row.textIfAny("source"),
                row.textIfAny("party"),
                row.textIfAny("type"),
                row.textIfAny("business_key"),
                row.textIfAny("action"),
                row.numberIfAny("version"),
                row.textIfAny("case_id"),
                row.textIfAny("case_ref"),
                row.text("code"),
                row.textIfAny("detail"),
                row.instantIfAny("accepted_at"),
                row.text("headers"));
    }

    /**
     * One of them.
     *
     * @param place     where it stands on {@code estafette.events}: its name at the desk; {@code door:…} of what was never accepted
     * @param onInvalid offset of the original on {@code estafette.invalid}
     * @param id        of the event; absent, as all after it, of what cannot be read
     * @param headers   of the record, why it failed among them
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    public record InvalidEvent(
            @JsonIgnore long number,
            String place,
            @JsonIgnore long onInvalid,
            Optional<String> id,
            Optional<String> source,
            Optional<String> party,
            Optional<String> type,
            Optional<String> businessKey,
            Optional<String> action,
            Optional<Integer> version,
            @JsonIgnore Optional<String> caseId,
            Optional<String> caseRef,
            String reason,
            Optional<String> detail,
            Optional<Instant> acceptedAt,
            @JsonRawValue String headers) {

        /** The event itself; absent if it cannot be read, or never was one. */
        public Optional<AcceptedEvent> accepted() {
            return id.map(known -> new AcceptedEvent(
                    place,
                    known,
                    source.orElseThrow(),
                    party.orElseThrow(),
                    type.orElseThrow(),
                    businessKey.orElseThrow(),
                    action.orElseThrow(),
                    version.orElseThrow(),
                    caseId,
                    caseRef,
                    acceptedAt.orElseThrow()));
        }

        /** Whether it is a part of a message that never became an event. */
        @JsonIgnore
        public boolean isPart() {
            return place.startsWith(Topics.AT_THE_DOOR);
        }
    }
}
