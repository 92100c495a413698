package eu.estafette.console.operations;

import com.fasterxml.jackson.annotation.JsonInclude;
import eu.estafette.console.operations.LaneStates.Circuit;
import eu.estafette.console.operations.LaneStates.LaneState;
import eu.estafette.console.readmodel.Row;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What waits for each party, and how its lane runs. */
final class LaneQueries {

    private static final String UNFINISHED = """
            select party, count(*) filter (where state in ('WAITING', 'PARKED')) as waiting,
                   min(since) filter (where state in ('WAITING', 'PARKED')) as oldest,
                   count(*) filter (where state = 'PARKED') as parked,
                   count(*) filter (where state = 'DEAD') as dead
            from estafette.delivery where state in ('WAITING', 'PARKED', 'DEAD') group by party
            """;

    private final JdbcClient jdbc;
    private final LaneStates states;
    private final List<String> parties;

    /** @param parties all that have a lane, in use or not */
    LaneQueries(JdbcClient jdbc, LaneStates states, List<String> parties) {
        this.jdbc = jdbc;
        this.states = states;
        this.parties = parties;
    }

    LanesReport report() {
        Map<String, Backlog> backlogs = new TreeMap<>();
        jdbc.sql(UNFINISHED)
                .query((result, number) -> backlogs.put(result.getString("party"), backlog(new Row(result))))
                .list();
        Map<String, LaneState> running = states.lanes();
        SortedSet<String> all = new TreeSet<>(parties);
        all.addAll(backlogs.keySet());
        all.addAll(running.keySet());
        List<Lane> lanes = all.stream()
                .map(party -> lane(
                        party, backlogs.getOrDefault(party, Backlog.NONE), Optional.ofNullable(running.get(party))))
                .toList();
        return new LanesReport(
                lanes,
                Attention.list(
                        attention(troubled(running.values())),
                        DeadQueries.attention(
                                lanes.stream().mapToLong(Lane::dead).sum())));
    }

    static Optional<Attention> attention(long troubled) {
        return Attention.of(
                "CIRCUIT_OPEN",
                troubled,
                "Lanes whose party cannot be reached; their notices wait and nothing is lost.");
    }

    static long troubled(Collection<LaneState> lanes) {
        return lanes.stream().filter(lane -> lane.circuit() != Circuit.CLOSED).count();
    }

    private static Lane lane(String party, Backlog backlog, Optional<LaneState> state) {
        return new Lane(
                party,
                backlog.waiting(),
                backlog.oldest(),
                backlog.parked(),
                backlog.dead(),
                state.map(LaneState::inFlight),
                state.map(LaneState::window),
                state.map(LaneState::circuit),
                state.flatMap(LaneState::since),
                state.flatMap(LaneState::nextTry),
                state.flatMap(LaneState::trouble),
                state.map(LaneState::paused).filter(paused -> paused),
                state.flatMap(LaneState::quiet));
    }

    private static Backlog backlog(Row row) throws SQLException {
        return new Backlog(
                row.bigNumber("waiting"), row.instantIfAny("oldest"), row.bigNumber("parked"), row.bigNumber("dead"));
    }

    private record Backlog(long waiting, Optional<Instant> oldest, long parked, long dead) {

        static final Backlog NONE = new Backlog(0, Optional.empty(), 0, 0);
    }

    /**
     * One lane.
     *
     * @param parked  of those that wait, how many do so behind a dead one of their case
     * @param paused  present where an operator paused it
     * @param circuit absent, as all after it, for a lane that another process delivers
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Lane(
            String party,
            long waiting,
            Optional<Instant> oldestWaiting,
            long parked,
            long dead,
            Optional<Integer> inFlight,
            Optional<Integer> window,
            Optional<Circuit> circuit,
            Optional<Instant> circuitSince,
            Optional<Instant> nextTry,
            Optional<String> trouble,
            Optional<Boolean> paused,
            Optional<Instant> quietUntil) {}

    record LanesReport(List<Lane> items, List<Attention> attention) {}
}
