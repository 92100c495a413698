package eu.estafette.console.operations;

import eu.estafette.console.operations.DeadQueries.DeadReport;
import eu.estafette.console.operations.InvalidQueries.InvalidEvent;
import eu.estafette.console.operations.LaneQueries.LanesReport;
import eu.estafette.console.operations.StepQueries.Step;
import eu.estafette.console.readmodel.ReadModel;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What operators ask. Shows types, roles, times and names of parties, never what an event or notice holds. */
@RestController
@RequestMapping("/api/ops")
@PreAuthorize("hasRole('OPERATOR')")
public class OperationsController {

    private final StatusQueries status;
    private final LaneQueries lanes;
    private final StepQueries steps;
    private final DeadQueries dead;
    private final JdbcClient jdbc;
    private final HeldQueries held;
    private final TraceQueries traces;

    public OperationsController(
            JdbcClient jdbc, ReadModel readModel, LaneStates states, PartyRegistry parties, InstantSource clock) {
        var counts = new Counts(jdbc);
        List<String> ids =
                parties.all().stream().map(Party::id).map(Object::toString).toList();
        status = new StatusQueries(counts, readModel, states, clock, ids.size());
        lanes = new LaneQueries(jdbc, states, ids);
        steps = new StepQueries(jdbc, counts, clock);
        dead = new DeadQueries(jdbc, parties);
        this.jdbc = jdbc;
        held = new HeldQueries(jdbc, clock);
        traces = new TraceQueries(jdbc, clock);
    }

    @GetMapping("/status")
    StatusReport status() {
        return status.report();
    }

    @GetMapping("/lanes")
    LanesReport lanes() {
        return lanes.report();
    }

    /** @param overdue named without a value it counts, as in {@code /steps?overdue} */
    @GetMapping("/steps")
    Page<Step> steps(
            @RequestParam Optional<String> overdue,
            @RequestParam Optional<String> unowned,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "500") int limit) {
        return steps.open(isSet(overdue), isSet(unowned), Page.Request.of(after, limit));
    }

    @GetMapping("/dead")
    Page<DeadNotice> dead(
            @RequestParam Optional<String> group,
            @RequestParam Optional<String> party,
            @RequestParam Optional<String> solved,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "500") int limit) {
        return dead.dead(new DeadQueries.Filter(group, party, isSet(solved)), Page.Request.of(after, limit));
    }

    @GetMapping(path = "/dead", params = "by=cause")
    DeadReport deadByCause() {
        return dead.byCause();
    }

    @GetMapping("/invalid")
    Page<InvalidEvent> invalid(@RequestParam Optional<String> after, @RequestParam(defaultValue = "500") int limit) {
        return InvalidQueries.INVALID.page(jdbc, Page.Request.of(after, limit), Map.of());
    }

    @GetMapping("/held")
    Page<HeldEvent> held(@RequestParam Optional<String> after, @RequestParam(defaultValue = "500") int limit) {
        return held.held(Page.Request.of(after, limit));
    }

    /** @param path the reference after a slash; it may hold slashes itself */
    @GetMapping("/trace/{*path}")
    Trace trace(@PathVariable String path) {
        return traces.trace(path.substring(1));
    }

    /** For a reference of any signs: in a path, encoded slashes and some others are refused before they come here. */
    @GetMapping("/trace")
    Trace traceOf(@RequestParam String ref) {
        return traces.trace(ref);
    }

    private static boolean isSet(Optional<String> flag) {
        return flag.filter(value -> !value.equals("false")).isPresent();
    }
}
