package eu.estafette.console.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import eu.estafette.console.desk.LaneOrder.Kind;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Replays and discards dead letters, in two calls: a dry run says what would be done and freezes whom it would be done to; the second call
 * does that to exactly those. What dies in between is not meant.
 */
@RestController
@RequestMapping(path = "/api/ops/dead", consumes = MediaType.APPLICATION_JSON_VALUE)
@PreAuthorize("hasRole('OPERATOR')")
public class DeadController {

    private static final String DRY_RUN = "dryRun";
    private static final String SELECTION = "selection";

    private final Plans plans;
    private final Selections selections;
    private final Desk desk;
    private final InstantSource clock;

    DeadController(Plans plans, Selections selections, Desk desk, InstantSource clock) {
        this.plans = plans;
        this.selections = selections;
        this.desk = desk;
        this.clock = clock;
    }

    @PostMapping("/replay")
    ResponseEntity<?> replay(@RequestBody JsonNode json, Principal operator) {
        var body = body(json, DRY_RUN, SELECTION, "canary", "wave", "rate", "reason");
        boolean canary = body.flag("canary", true);
        var terms = new Terms(Kind.REPLAY, body.words("reason"), canary, body.positive("wave"), body.positive("rate"));
        return answer(body, terms, operator.getName());
    }

    /** A dry run needs no reason yet. */
    @PostMapping("/discard")
    ResponseEntity<?> discard(@RequestBody JsonNode json, Principal operator) {
        var body = body(json, DRY_RUN, SELECTION, "reason");
        Optional<String> reason =
                body.flag(DRY_RUN, false) ? body.words("reason") : Optional.of(body.neededWords("reason"));
        return answer(
                body, new Terms(Kind.DISCARD, reason, false, Optional.empty(), Optional.empty()), operator.getName());
    }

    private ResponseEntity<?> answer(Body body, Terms terms, String operator) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (body.flag(DRY_RUN, false)) {
            body.check();
            return ResponseEntity.ok(plans.plan(Choice.in(body), operator, now));
        }
        if (!body.node(SELECTION).isTextual()) {
            body.fault(SELECTION, "must be the id that a dry run answers; make one first, with \"dryRun\": true");
        }
        body.check();
        return ResponseEntity.accepted().body(give(body.node(SELECTION).asText(), terms, operator, now));
    }

    private Given give(String selection, Terms terms, String operator, Instant now) {
        boolean given = selections.order(selection, terms.inWords());
        List<LaneOrder> orders = new ArrayList<>();
        selections
                .notices(selection)
                .forEach((party, notices) -> orders.add(new LaneOrder(
                        selection,
                        terms.kind(),
                        party,
                        operator,
                        terms.reason(),
                        now,
                        notices,
                        terms.canary(),
                        terms.wave(),
                        terms.rate(),
                        Optional.empty())));
        if (!given) {
            desk.give(orders);
            selections.given(selection, now);
        }
        int notices = orders.stream().mapToInt(order -> order.notices().size()).sum();
        return Given.of(selection, notices);
    }

    private Body body(JsonNode json, String... fields) {
        return new Body(json, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC), fields);
    }

    /** What is to be done with a selection. */
    private record Terms(
            Kind kind, Optional<String> reason, boolean canary, Optional<Integer> wave, Optional<Integer> rate) {

        String inWords() {
            return kind == Kind.DISCARD
                    ? "discard, because: " + reason.orElse("")
                    : "replay" + (canary ? " with a canary" : " without a canary")
                            + wave.map(many -> ", in waves of " + many).orElse("")
                            + rate.map(calls -> ", at most " + calls + " a second")
                                    .orElse("")
                            + reason.map(why -> ", because: " + why).orElse("");
        }
    }

    /**
     * A command that is durable.
     *
     * @param command  its id
     * @param progress where its progress shows
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Given(String command, String state, int notices, URI progress) {

        static Given of(String command, int notices) {
            return new Given(command, "ACCEPTED", notices, URI.create("/api/ops/commands/" + command));
        }
    }
}
