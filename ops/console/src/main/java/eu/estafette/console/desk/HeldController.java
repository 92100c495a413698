package eu.estafette.console.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import eu.estafette.console.desk.HoldReports.HoldReport;
import eu.estafette.console.desk.HoldReview.Verdict;
import eu.estafette.console.operations.HeldEvent;
import eu.estafette.console.operations.HeldQueries;
import eu.estafette.console.problem.ConflictException;
import eu.estafette.console.problem.NotFoundException;
import eu.estafette.console.problem.RefusedException;
import eu.estafette.kit.problem.Issue;
import java.net.URI;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
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

/**
 * Shows what is held, has it decided again, or gives it up. What waits for consent was decided; that it goes out is for the person to say, so
 * operators can only look at it.
 */
@RestController
@RequestMapping("/api/ops/held")
@PreAuthorize("hasRole('OPERATOR')")
public class HeldController {

    /** Where holds end at the beginning of a day. */
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private final HeldQueries held;
    private final HoldReports reports;
    private final Desk desk;
    private final InstantSource clock;

    HeldController(HeldQueries held, HoldReports reports, Desk desk, InstantSource clock) {
        this.held = held;
        this.reports = reports;
        this.desk = desk;
        this.clock = clock;
    }

    /** @param reason why its content is to be read; absent: the content does not show */
    @GetMapping("/{name}")
    Shown show(@PathVariable String name, @RequestParam Optional<String> reason, Principal operator) {
        HeldEvent event =
                held.find(name).orElseThrow(() -> new NotFoundException("Nothing of this id or place is held now."));
        Instant now = now();
        reason.flatMap(why -> Words.faultOf(why, today(now))).ifPresent(fault -> {
            throw refused("query", "reason", fault);
        });
        Optional<String> content =
                reason.flatMap(why -> desk.contentOf(new HeldReading(event, operator.getName(), why, now)));
        return new Shown(event, reason.isEmpty(), content, List.of());
    }

    @PostMapping("/replay")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Given replay(@RequestBody JsonNode json, Principal operator) {
        var body = new Body(json, today(now()), "id", "reason");
        return review(body, body.words("reason"), operator, Verdict.REPLAY);
    }

    @PostMapping("/discard")
    @ResponseStatus(HttpStatus.ACCEPTED)
    Given discard(@RequestBody JsonNode json, Principal operator) {
        var body = new Body(json, today(now()), "id", "reason");
        return review(body, Optional.of(body.neededWords("reason")), operator, Verdict.DISCARD);
    }

    /** What came of a replay or discard. */
    @GetMapping("/reviews/{id}")
    HoldReport report(@PathVariable String id) {
        return reports.find(id)
                .orElseThrow(() -> new NotFoundException("No review of this id has been decided, as far as is known."));
    }

    private Given review(Body body, Optional<String> reason, Principal operator, Verdict verdict) {
        String id = body.text("id").orElse("");
        body.check();
        HeldEvent event = held.find(id)
                .orElseThrow(
                        () -> refused("body", "id", "names nothing that is held now; give a place as the list has it"));
        if (event.waitsForConsent()) {
            throw new ConflictException("This event is held for consent, and ends by consent, by its withdrawal, or on "
                    + event.lastUntil()
                            .map(until -> LocalDate.ofInstant(until, ZONE).toString())
                            .orElse("its date")
                    + "; nothing was done.");
        }
        Instant now = now();
        var review = new HoldReview(CommandIds.at(now), verdict, event, operator.getName(), reason, now);
        desk.review(review);
        return new Given(
                event.place(),
                event.id(),
                review.eventId(),
                "ACCEPTED",
                URI.create("/api/ops/held/reviews/" + review.eventId()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    private static LocalDate today(Instant now) {
        return LocalDate.ofInstant(now, ZoneOffset.UTC);
    }

    private static RefusedException refused(String in, String field, String detail) {
        return new RefusedException(
                List.of(new Issue(Issue.Stage.RULE, "invalidField", in, field, Optional.empty(), detail)));
    }

    /** @param content as much of it as can be read, else its bytes in base64; absent also where it is no longer kept */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Shown(HeldEvent event, boolean masked, Optional<String> content, List<Plan.Warning> attention) {}

    /**
     * A review that is durable.
     *
     * @param id       of the held event
     * @param review   id of the event that is to be decided now
     * @param progress where it shows what came of it
     */
    record Given(String place, String id, String review, String state, URI progress) {}
}
