package eu.estafette.console.operations;

import eu.estafette.console.operations.DeadGroup.Key;
import eu.estafette.console.problem.NotFoundException;
import eu.estafette.console.readmodel.Row;
import eu.estafette.kit.party.PartyRegistry;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Notices that their party refused for good: one by one, and by what they died of. */
public final class DeadQueries {

    private static final String UNSOLVED = "t.state = 'DEAD'";

    /** Whatever has a cause was dead once. */
    private static final String SOLVED_TOO = "(t.state in ('DEAD', 'DISCARDED') or t.cause is not null)";

    private static final String OF_PARTY = " and t.party = :party";

    private static final String OF_GROUP = OF_PARTY + " and coalesce(t.event_type, 'unknown') = :eventType"
            + " and coalesce(t.reason, 'unknown') = :reason and " + DeadGroup.CAUSE + " = :cause"
            + " and coalesce(t.person, '') = any(:persons)";

    private static final String GROUPS = """
            select t.party, t.person, t.event_type, t.reason, %s as cause, count(*) as many, min(t.since) as first, max(t.since) as last,
                   (array_agg(t.notice_id order by t.since, t.id))[1] as example
            from estafette.delivery t where %s
            group by 1, 2, 3, 4, 5
            """.formatted(DeadGroup.CAUSE, UNSOLVED);

    private final JdbcClient jdbc;
    private final Connectors connectors;

    public DeadQueries(JdbcClient jdbc, PartyRegistry parties) {
        this.jdbc = jdbc;
        this.connectors = new Connectors(parties);
    }

    /**
     * Which dead letters are meant.
     *
     * @param solved whether those are shown as well that were discarded or replayed
     */
    record Filter(Optional<String> group, Optional<String> party, boolean solved) {}

    /** In the order in which they were decided. */
    Page<DeadNotice> dead(Filter filter, Page.Request request) {
        String state = filter.solved() ? SOLVED_TOO : UNSOLVED;
        if (filter.group().isPresent()) {
            Group group = group(filter.group().get());
            return listing(state + OF_GROUP).page(jdbc, request, group.parameters());
        }
        return filter.party()
                .map(party -> listing(state + OF_PARTY).page(jdbc, request, Map.of("party", party)))
                .orElseGet(() -> listing(state).page(jdbc, request, Map.of()));
    }

    /** Of these ids, whatever their state, in the order in which they were decided. */
    public List<DeadNotice> named(List<String> noticeIds) {
        return jdbc.sql("select %s from estafette.delivery t where t.notice_id = any(:ids) order by t.id"
                        .formatted(DeadNotice.COLUMNS))
                .param("ids", noticeIds.toArray(String[]::new))
                .query((result, number) -> DeadNotice.of(new Row(result), connectors))
                .list();
    }

    /** Ids of dead letters, the oldest decision first, at most so many. */
    public List<String> idsOfGroup(String group, int atMost) {
        return ids(OF_GROUP, group(group).parameters(), atMost);
    }

    public List<String> idsOfParty(String party, int atMost) {
        return ids(OF_PARTY, Map.of("party", party), atMost);
    }

    /** The most frequent first. */
    DeadReport byCause() {
        Map<String, DeadGroup> groups = new LinkedHashMap<>();
        parts().forEach(part -> groups.merge(part.group().group(), part.group(), DeadGroup::and));
        List<DeadGroup> all = new ArrayList<>(groups.values());
        all.sort(Comparator.comparingLong(DeadGroup::count).reversed().thenComparing(DeadGroup::group));
        long dead = all.stream().mapToLong(DeadGroup::count).sum();
        return new DeadReport(all, Attention.list(attention(dead)));
    }

    static Optional<Attention> attention(long count) {
        return Attention.of("NOTICE_DEAD", count, "Notices that were refused for good and wait for an operator.");
    }

    private List<String> ids(String condition, Map<String, ?> parameters, int atMost) {
        return jdbc.sql("select t.notice_id from estafette.delivery t where %s order by t.id limit :limit"
                        .formatted(UNSOLVED + condition))
                .params(parameters)
                .param("limit", atMost)
                .query(String.class)
                .list();
    }

    private Listing<DeadNotice> listing(String condition) {
        return new Listing<>(
                DeadNotice.COLUMNS,
                "estafette.delivery t",
                condition,
                row -> DeadNotice.of(row, connectors),
                DeadNotice::number,
                many -> condition.contains(SOLVED_TOO) ? Optional.empty() : attention(many));
    }

    /** @throws NotFoundException if no dead letter is in it */
    private Group group(String id) {
        List<Part> parts =
                parts().stream().filter(part -> part.group().group().equals(id)).toList();
        if (parts.isEmpty()) {
            throw new NotFoundException("There is no group of dead letters of this id, or all of it is solved.");
        }
        return new Group(
                parts.getFirst().group().key(),
                parts.stream().map(part -> part.person().orElse("")).toList());
    }

    private List<Part> parts() {
        return jdbc.sql(GROUPS).query((result, number) -> part(new Row(result))).list();
    }

    private Part part(Row row) throws SQLException {
        Optional<String> person = row.textIfAny("person");
        Key key = Key.of(row, connectors.of(row.text("party"), person));
        return new Part(
                person,
                new DeadGroup(
                        key.id(),
                        key,
                        row.bigNumber("many"),
                        row.instant("first"),
                        row.instant("last"),
                        row.text("example")));
    }

    /** That of a group which is for one person or desk. */
    private record Part(Optional<String> person, DeadGroup group) {}

    private record Group(Key key, List<String> persons) {

        Map<String, ?> parameters() {
            return Map.of(
                    "party", key.party(),
                    "eventType", key.eventType(),
                    "reason", key.reason(),
                    "cause", key.cause(),
                    "persons", persons.toArray(String[]::new));
        }
    }

    record DeadReport(List<DeadGroup> items, List<Attention> attention) {}
}
