package eu.estafette.console.operations;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import eu.estafette.console.readmodel.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is held: why, for whom, until when. Never what it holds. */
final class HeldQueries {

    private static final String EVENTS = """
            select id, events_partition, events_offset, event_id, source, party, type, business_key, action, version, reason, until,
                   case_ref, accepted_at
            from estafette.event where state = 'HELD' and id > :after order by id limit :limit
            """;

    private static final String NOTICES = """
            select h.events_partition, h.events_offset, h.role, h.party, h.person, h.view, h.step, h.categories, h.until
            from estafette.hold h
            join estafette.event e on e.events_partition = h.events_partition and e.events_offset = h.events_offset
            where h.state = 'HELD' and e.id between :first and :last order by h.id
            """;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    HeldQueries(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the order in which they were first decided. */
    Page<HeldEvent> held(Page.Request request) {
        Instant now = clock.instant();
        List<HeldEvent> events = jdbc.sql(EVENTS)
                .param("after", request.after())
                .param("limit", request.oneMore())
                .query((result, number) -> event(new Row(result), now))
                .list();
        Map<Place, List<Waiting>> waiting = waiting(events);
        List<HeldEvent> whole = events.stream()
                .map(event -> event.with(waiting.getOrDefault(event.place(), List.of())))
                .toList();
        return Page.of(whole, request, HeldEvent::number, List.of());
    }

    private Map<Place, List<Waiting>> waiting(List<HeldEvent> events) {
        Map<Place, List<Waiting>> waiting = new HashMap<>();
        if (!events.isEmpty()) {
            jdbc.sql(NOTICES)
                    .param("first", events.getFirst().number())
                    .param("last", events.getLast().number())
                    .query((result, number) -> {
                        Row row = new Row(result);
                        return waiting.computeIfAbsent(place(row), ignored -> new ArrayList<>())
                                .add(notice(row));
                    })
                    .list();
        }
        return waiting;
    }

    private static HeldEvent event(Row row, Instant now) throws SQLException {
        Instant acceptedAt = row.instant("accepted_at");
        return new HeldEvent(
                row.bigNumber("id"),
                place(row),
                row.text("event_id"),
                row.text("source"),
                row.text("party"),
                row.text("type"),
                row.text("business_key"),
                row.text("action"),
                row.number("version"),
                row.textIfAny("reason"),
                row.instantIfAny("until"),
                row.textIfAny("case_ref"),
                acceptedAt,
                ChronoUnit.DAYS.between(
                        acceptedAt.atZone(HubDay.ZONE).toLocalDate(),
                        now.atZone(HubDay.ZONE).toLocalDate()),
                List.of());
    }

    private static Place place(Row row) throws SQLException {
        return new Place(row.number("events_partition"), row.bigNumber("events_offset"));
    }

    private static Waiting notice(Row row) throws SQLException {
        return new Waiting(
                row.text("role"),
                row.text("party"),
                row.textIfAny("person").filter(person -> !person.isEmpty()),
                row.words("categories"),
                row.text("view"),
                row.textIfAny("step").filter(step -> !step.isEmpty()),
                row.instant("until"));
    }

    record Place(int partition, long offset) {}

    /**
     * A notice that waits for consent.
     *
     * @param categories for which it is missing
     * @param step       that waits with it
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Waiting(
            String role,
            String party,
            Optional<String> person,
            List<String> categories,
            String view,
            Optional<String> step,
            Instant until) {}

    /**
     * An event that is held.
     *
     * @param party   that sent it
     * @param reason  what it waits for: NO_CASE, NO_ROLE, NO_ORIGINAL or CONSENT
     * @param ageDays since it was accepted, by the hub's clock
     * @param notices those that wait for consent
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record HeldEvent(
            @JsonIgnore long number,
            @JsonIgnore Place place,
            String id,
            String source,
            String party,
            String type,
            String businessKey,
            String action,
            int version,
            Optional<String> reason,
            Optional<Instant> until,
            Optional<String> caseRef,
            Instant acceptedAt,
            long ageDays,
            List<Waiting> notices) {

        HeldEvent with(List<Waiting> waiting) {
            return new HeldEvent(
                    number,
                    place,
                    id,
                    source,
                    party,
                    type,
                    businessKey,
                    action,
                    version,
                    reason,
                    until,
                    caseRef,
                    acceptedAt,
                    ageDays,
                    waiting);
        }
    }
}
