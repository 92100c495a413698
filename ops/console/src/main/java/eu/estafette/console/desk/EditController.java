package eu.estafette.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.console.desk.LaneOrder.Kind;
import eu.estafette.console.desk.LaneOrder.OnLane;
import eu.estafette.console.desk.Letters.Letter;
import eu.estafette.console.operations.DeadNotice;
import eu.estafette.console.operations.DeadQueries;
import eu.estafette.console.problem.ConflictException;
import eu.estafette.console.problem.RefusedException;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.Payload;
import eu.estafette.kit.problem.Issue;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Sends a dead notice anew, with some of its fields changed. What becomes of that is decided as of any event. */
@RestController
@PreAuthorize("hasRole('OPERATOR')")
public class EditController {

    private final DeadQueries dead;
    private final Letters letters;
    private final EditedContent content;
    private final Desk desk;
    private final InstantSource clock;

    EditController(DeadQueries dead, Letters letters, EditedContent content, Desk desk, InstantSource clock) {
        this.dead = dead;
        this.letters = letters;
        this.content = content;
        this.desk = desk;
        this.clock = clock;
    }

    /** The same edit of the same notice once more is the same event. */
    @PostMapping(path = "/api/ops/dead/edit", consumes = MediaType.APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    Edited edit(@RequestBody JsonNode json, Principal operator) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        var body = new Body(json, today, "noticeId", "data", "reason");
        String reason = body.neededWords("reason");
        String noticeId = body.text("noticeId").orElse("");
        if (!(body.node("data") instanceof ObjectNode changes)) {
            body.fault("data", "must be an object with the fields that change");
            body.check();
            throw new IllegalStateException("a body with a fault is refused");
        }
        body.check();
        DeadNotice notice =
                dead.named(List.of(noticeId)).stream().findFirst().orElseThrow(() -> refused("no notice has this id"));
        if (!notice.state().equals("DEAD")) {
            throw new ConflictException(
                    "This notice is " + notice.state() + ", so it is not sent anew; nothing was done.");
        }
        Letter letter = letters.letter(noticeId).orElseThrow(() -> refused("this notice is no longer kept"));
        if (letter.notice().getForRole().equals("REGISTER")) {
            throw refused("a subscription holds nothing that could be edited; replay it");
        }
        Payload payload = content.of(letter.notice(), letter.json().path("data"), changes, today);
        Edit edit = edit(letter.notice(), payload, changes, reason, operator.getName(), now);
        desk.edit(edit);
        return new Edited(
                edit.eventId(),
                edit.discard().commandId(),
                "ACCEPTED",
                URI.create("/api/ops/commands/" + edit.discard().commandId()));
    }

    private static Edit edit(
            Notice old, Payload payload, ObjectNode changes, String reason, String operator, Instant now) {
        String name = "edit|" + old.getNoticeId() + "|" + changes;
        String eventId =
                UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
        var discard = new LaneOrder(
                UUID.nameUUIDFromBytes((name + "|discard").getBytes(StandardCharsets.UTF_8))
                        .toString(),
                Kind.DISCARD,
                old.getParty(),
                operator,
                Optional.of(reason),
                now,
                List.of(new OnLane(old.getNoticeId(), old.getCaseId())),
                false,
                Optional.empty(),
                Optional.empty(),
                Optional.of(eventId));
        return new Edit(eventId, old, payload, discard);
    }

    private static RefusedException refused(String detail) {
        return new RefusedException(
                List.of(new Issue(Issue.Stage.RULE, "unknownValue", "body", "noticeId", Optional.empty(), detail)));
    }

    /**
     * An edit that is durable.
     *
     * @param event    its id; to be traced
     * @param command  id of the command that ends the old notice
     * @param progress where that shows
     */
    record Edited(String event, String command, String state, URI progress) {}
}
