package eu.estafette.console.operations;

import eu.estafette.console.operations.HeldEvent.Waiting;
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
public final class HeldQueries {

    private static final String EVENTS = """
            select id, events_partition, events_offset, event_id, source, party, type, business_key, action, version, reason, until,
                   case_id, case_ref, accepted_at
            from estafette.event where state = 'HELD'
            """;

    private static final String PAGE = EVENTS + " and id > :after order by id limit :limit";

    private static final String NAMED = EVENTS + """
             and (event_id = :name or events_partition || '-' || events_offset = :name)
            order by event_id = :name, id limit 1
            """;

    private static final String NOTICES = """
            select h.events_partition, h.events_offset, h.role, h.party, h.person, h.view, h.step, h.categories, h.until
            from estafette.hold h
            join estafette.event e on e.events_partition = h.events_partition and e.events_offset = h.events_offset
            where h.state = 'HELD' and e.id between :first and :last order by h.id
            """;

    private final JdbcClient jdbc;
    private final InstantSource clock;

    public HeldQueries(JdbcClient jdbc, InstantSource clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** In the order in which they were first decided. */
    Page<HeldEvent> held(Page.Request request) {
        Instant now = clock.instant();
        List<HeldEvent> events = jdbc.sql(PAGE)
                .param("after", request.after())
                .param("limit", request.oneMore())
                .query((result, number) -> event(new Row(result), now))
                .list();
        return Page.of(whole(events), request, HeldEvent::number, List.of());
    }

    /** @param name its place, or its id; of several with that id the oldest */
    public Optional<HeldEvent> find(String name) {
        Instant now = clock.instant();
        List<HeldEvent> found = jdbc.sql(NAMED)
                .param("name", name)
                .query((result, number) -> event(new Row(result), now))
                .list();
        return whole(found).stream().findFirst();
    }

    private List<HeldEvent> whole(List<HeldEvent> events) {
        Map<String, List<Waiting>> waiting = waiting(events);
        return events.stream()
                .map(event -> event.with(waiting.getOrDefault(event.place(), List.of())))
                .toList();
    }

    private Map<String, List<Waiting>> waiting(List<HeldEvent> events) {
        Map<String, List<Waiting>> waiting = new HashMap<>();
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
                row.textIfAny("case_id"),
                row.textIfAny("case_ref"),
                acceptedAt,
                ChronoUnit.DAYS.between(
                        acceptedAt.atZone(HubDay.ZONE).toLocalDate(),
                        now.atZone(HubDay.ZONE).toLocalDate()),
                List.of());
    }

    private static String place(Row row) throws SQLException {
        return row.number("events_partition") + "-" + row.bigNumber("events_offset");
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
}
