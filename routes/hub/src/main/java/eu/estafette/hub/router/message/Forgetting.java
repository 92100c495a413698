package eu.estafette.hub.router.message;

import eu.estafette.domain.cases.Case;
import eu.estafette.hub.router.message.DecisionWriter.Turn;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Topics;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.common.header.internals.RecordHeaders;

/** Takes the notices that a case forgets off {@code estafette.notices}: no mailbox shows them any more. */
public record Forgetting(Tokens tokens) {

    /** @param after the same case, or that case without what left it */
    public List<Outgoing> between(Case before, Case after, Turn turn) {
        if (before == after) {
            return List.of();
        }
        return before.sent().entrySet().stream()
                .filter(line -> !after.sent().containsKey(line.getKey()))
                .flatMap(line -> line.getValue().stream())
                .map(notice -> turn.noticeId(
                        tokens, notice.sequence(), notice.recipient().party().value()))
                .map(id -> new Outgoing(Topics.NOTICES, id, Optional.empty(), null, new RecordHeaders()))
                .toList();
    }
}
