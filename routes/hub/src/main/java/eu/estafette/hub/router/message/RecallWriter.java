package eu.estafette.hub.router.message;

import eu.estafette.contract.message.Recall;
import eu.estafette.domain.cases.Case;
import eu.estafette.kit.token.SubjectKey;
import eu.estafette.kit.token.Tokens;
import java.time.Instant;

/** Asks notices back from the lanes they wait on, and says when that is over because it came too late. */
final class RecallWriter {

    private final Tokens tokens;
    private final OutgoingWriter outgoing;

    RecallWriter(Tokens tokens, OutgoingWriter outgoing) {
        this.tokens = tokens;
        this.outgoing = outgoing;
    }

    /** @param cause id of the event that it follows from */
    Outgoing write(
            SubjectKey subject, Case file, eu.estafette.domain.decision.Recall recall, String cause, Instant now) {
        String party = recall.party().value();
        String noticeId = tokens.noticeId(subject, recall.sequence(), party);
        String caseId = file.id().value();
        return recall.tooLate()
                ? outgoing.recallResolved(party, noticeId, caseId)
                : outgoing.recall(
                        new Recall(noticeId, caseId, tokens.caseRef(subject, file.number()), party, now, cause));
    }
}
