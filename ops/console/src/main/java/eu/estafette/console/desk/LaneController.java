package eu.estafette.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import eu.estafette.console.desk.DeadController.Given;
import eu.estafette.console.desk.LaneOrder.Kind;
import eu.estafette.console.problem.NotFoundException;
import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.party.PartyRegistry;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Pauses lanes and lets them run again. What comes meanwhile waits; nothing is lost. */
@RestController
@RequestMapping("/api/ops/lanes/{party}")
@PreAuthorize("hasRole('OPERATOR')")
public class LaneController {

    private final Desk desk;
    private final PartyRegistry parties;
    private final InstantSource clock;

    LaneController(Desk desk, PartyRegistry parties, InstantSource clock) {
        this.desk = desk;
        this.parties = parties;
        this.clock = clock;
    }

    @PostMapping("/pause")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Given pause(
            @PathVariable String party, @RequestBody(required = false) Optional<JsonNode> json, Principal operator) {
        var body = body(json, "reason");
        return give(Kind.PAUSE, party, body.words("reason"), Optional.empty(), body, operator);
    }

    /** With {@code rate} no flood follows the pause. */
    @PostMapping("/resume")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Given resume(
            @PathVariable String party, @RequestBody(required = false) Optional<JsonNode> json, Principal operator) {
        var body = body(json, "rate", "reason");
        return give(Kind.RESUME, party, body.words("reason"), body.positive("rate"), body, operator);
    }

    private Given give(
            Kind kind, String party, Optional<String> reason, Optional<Integer> rate, Body body, Principal operator) {
        if (party.equals(PartyId.HUB.value()) || parties.get(new PartyId(party)).isEmpty()) {
            throw new NotFoundException("There is no party of this id with a lane; nothing was done.");
        }
        body.check();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        String id = CommandIds.at(now);
        desk.give(List.of(new LaneOrder(
                id,
                kind,
                party,
                operator.getName(),
                reason,
                now,
                List.of(),
                false,
                Optional.empty(),
                rate,
                Optional.empty())));
        return Given.of(id, 0);
    }

    private Body body(Optional<JsonNode> json, String... fields) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return new Body(json.orElseGet(JsonNodeFactory.instance::objectNode), today, fields);
    }
}
