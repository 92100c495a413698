package eu.estafette.console.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import eu.estafette.console.operations.InvalidQueries;
import eu.estafette.console.operations.InvalidQueries.InvalidEvent;
import eu.estafette.console.problem.NotFoundException;
import eu.estafette.console.problem.RefusedException;
import eu.estafette.kit.problem.Issue;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Shows what could not be decided, puts it back to be decided as if it came now, or gives it up. Each is known by its place. */
@RestController
@RequestMapping("/api/ops/invalid")
@PreAuthorize("hasRole('OPERATOR')")
public class InvalidController {

    /** A part is read again by whoever fetched it, soon; an event is back where it came from. */
    private static final Function<InvalidEvent, String> REPLAYED =
            event -> event.isPart() ? "BEING_READ_AGAIN" : "REPLAYED";

    private static final Function<InvalidEvent, String> DISCARDED = event -> "DISCARDED";

    private final InvalidQueries invalid;
    private final Desk desk;
    private final InstantSource clock;

    InvalidController(InvalidQueries invalid, Desk desk, InstantSource clock) {
        this.invalid = invalid;
        this.desk = desk;
        this.clock = clock;
    }

    /** @param reason why its content is to be read; absent: the content does not show */
    @GetMapping("/{name}")
    Shown show(@PathVariable String name, @RequestParam Optional<String> reason, Principal operator) {
        InvalidEvent event = invalid.find(name).orElseThrow(InvalidController::unknown);
        Instant now = now();
        reason.flatMap(why -> Words.faultOf(why, today(now))).ifPresent(fault -> {
            throw refused("query", "reason", fault);
        });
        Optional<String> content = reason.map(why -> desk.contentOf(new Original(event, operator.getName(), why, now)));
        return new Shown(event, reason.isEmpty(), content, List.of());
    }

    @PostMapping("/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Solved replay(@RequestBody JsonNode json, Principal operator) {
        var body = new Body(json, today(now()), "id", "reason");
        return solve(body, body.words("reason").orElse(""), operator, REPLAYED, desk::putBack);
    }

    @PostMapping("/discard")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Solved discard(@RequestBody JsonNode json, Principal operator) {
        var body = new Body(json, today(now()), "id", "reason");
        return solve(body, body.neededWords("reason"), operator, DISCARDED, desk::giveUp);
    }

    private Solved solve(
            Body body,
            String reason,
            Principal operator,
            Function<InvalidEvent, String> state,
            Consumer<Original> how) {
        String id = body.text("id").orElse("");
        body.check();
        InvalidEvent event = invalid.find(id)
                .orElseThrow(() ->
                        refused("body", "id", "names nothing that is invalid now; give a place as the list has it"));
        how.accept(new Original(event, operator.getName(), reason, now()));
        return new Solved(event.place(), event.id(), state.apply(event));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private static NotFoundException unknown() {
        return new NotFoundException("Nothing of this id or place is invalid now.");
    }

    private static RefusedException refused(String in, String field, String detail) {
        return new RefusedException(
                List.of(new Issue(Issue.Stage.RULE, "invalidField", in, field, Optional.empty(), detail)));
    }

    /** @param content as much of it as can be read, else its bytes in base64 */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Shown(InvalidEvent event, boolean masked, Optional<String> content, List<Plan.Warning> attention) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Solved(String place, Optional<String> id, String state) {}
}
