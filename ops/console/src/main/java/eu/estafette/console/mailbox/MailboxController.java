package eu.estafette.console.mailbox;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.console.problem.BadParameterException;
import eu.estafette.console.problem.NotFoundException;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** A party's mailbox. However its notices are delivered, they can be read here, by their receiver only. */
@RestController
public class MailboxController {

    private static final int MOST = 1_000;

    private final Mailbox mailbox;
    private final StoredNotices notices;

    public MailboxController(JdbcClient jdbc, StoredNotices notices) {
        this.mailbox = new Mailbox(jdbc);
        this.notices = notices;
    }

    @GetMapping("/api/notices")
    Notices notices(
            @RequestParam(defaultValue = "all") String state,
            @RequestParam Optional<String> after,
            @RequestParam(defaultValue = "100") int limit,
            Principal caller) {
        if (limit < 1 || limit > MOST) {
            throw new BadParameterException("limit", Integer.toString(limit), "Use a number from 1 to " + MOST + ".");
        }
        Mailbox.Page page = mailbox.read(
                caller.getName(),
                MailboxState.of(state),
                after.map(MailboxCursor::of).orElse(MailboxCursor.START),
                limit);
        return new Notices(
                page.letters().stream()
                        .map(letter -> notices.toJson(letter.notice()))
                        .toList(),
                page.next().map(MailboxCursor::toString));
    }

    /** What a receiver is pointed to that is told of its notices without their content. */
    @GetMapping("/api/notices/{noticeId}")
    ObjectNode notice(@PathVariable String noticeId, Principal caller) {
        return mailbox.find(caller.getName(), noticeId)
                .map(notices::toJson)
                .orElseThrow(
                        () -> new NotFoundException(
                                "Your mailbox holds no notice of this id; one that you were told of just now is there in some seconds."));
    }

    /** @param next to be given back as {@code after}; absent at the end */
    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Notices(List<ObjectNode> items, Optional<String> next) {}
}
