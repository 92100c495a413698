package eu.estafette.console.desk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.console.operations.DeadNotice;
import eu.estafette.console.operations.DeadQueries;
import eu.estafette.console.operations.Traces;
import eu.estafette.console.problem.NotFoundException;
import eu.estafette.console.problem.RefusedException;
import eu.estafette.kit.problem.Issue;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Shows one dead letter. What it holds shows only to who says why, and only once that is on record. */
@RestController
@PreAuthorize("hasRole('OPERATOR')")
public class DeadLetterController {

    private final DeadQueries dead;
    private final Letters letters;
    private final Traces traces;
    private final Desk desk;
    private final InstantSource clock;

    DeadLetterController(DeadQueries dead, Letters letters, Traces traces, Desk desk, InstantSource clock) {
        this.dead = dead;
        this.letters = letters;
        this.traces = traces;
        this.desk = desk;
        this.clock = clock;
    }

    /** @param reason why its content is to be read; absent: the content is masked */
    @GetMapping("/api/ops/dead/{noticeId}")
    DeadLetter letter(@PathVariable String noticeId, @RequestParam Optional<String> reason, Principal operator) {
        DeadNotice notice = dead.named(List.of(noticeId)).stream()
                .findFirst()
                .orElseThrow(() -> new NotFoundException("No notice has this id."));
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        reason.ifPresent(why -> check(why, now));
        Optional<ObjectNode> whole = letters.whole(noticeId);
        Optional<Reading> reading = reason.map(why -> reading(notice, operator.getName(), why, now));
        reading.filter(ignored -> whole.isPresent()).ifPresent(desk::read);
        Optional<String> raw = reading.filter(ignored -> notice.isUnreadable()).flatMap(desk::rawOf);
        return new DeadLetter(
                notice,
                reason.isEmpty(),
                headers(notice, whole),
                reason.isPresent() ? whole : whole.map(Letters::masked),
                raw,
                traces.of(notice.caseRef().orElse(noticeId)),
                List.of());
    }

    private static void check(String reason, Instant now) {
        Words.faultOf(reason, LocalDate.ofInstant(now, ZoneOffset.UTC)).ifPresent(fault -> {
            throw new RefusedException(
                    List.of(new Issue(Issue.Stage.RULE, "invalidField", "query", "reason", Optional.empty(), fault)));
        });
    }

    /** As they went with each call: the id is what the receiver knows a repetition by. */
    private static Map<String, String> headers(DeadNotice notice, Optional<ObjectNode> whole) {
        Map<String, String> headers = new LinkedHashMap<>();
        headers.put("ce_id", notice.noticeId());
        headers.put("ce_type", "eu.estafette.case.v1.notice.notify.created");
        headers.put("idempotency-key", notice.noticeId());
        whole.map(json -> json.path("event").path("type").asText())
                .filter(type -> !type.isEmpty())
                .ifPresent(type -> headers.put("event-type", type));
        notice.reason().ifPresent(code -> headers.put("estafette.failure.code", code));
        notice.detail().ifPresent(detail -> headers.put("__dlq.errors.message", detail));
        notice.status().ifPresent(status -> headers.put("estafette.failure.status", status.toString()));
        headers.put("estafette.failure.attempts", Integer.toString(notice.attempts()));
        return headers;
    }

    private static Reading reading(DeadNotice notice, String operator, String reason, Instant now) {
        return new Reading(
                notice.noticeId(),
                notice.party(),
                notice.person(),
                notice.role(),
                notice.purpose(),
                notice.view(),
                notice.step(),
                notice.caseRef(),
                operator,
                reason,
                now);
    }

    /**
     * One dead letter.
     *
     * @param masked   whether the notice shows only which fields it has
     * @param notice   as its receiver would read it; absent if it is no longer kept
     * @param raw      of what nobody can read its bytes, in base64
     * @param timeline what happened in its case, its attempts among it
     */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record DeadLetter(
            DeadNotice letter,
            boolean masked,
            Map<String, String> headers,
            Optional<ObjectNode> notice,
            Optional<String> raw,
            List<?> timeline,
            List<Plan.Warning> attention) {}
}
