package eu.estafette.hub.router.message;

import eu.estafette.contract.message.Recall;
import eu.estafette.domain.cases.Case;
import eu.estafette.hub.router.message.DecisionWriter.Turn;
import eu.estafette.kit.token.Tokens;

/** Asks notices back from the lanes they wait on, and says when that is over because it came too late. */
final class RecallWriter {

    private final Tokens tokens;
    private final OutgoingWriter outgoing;

    RecallWriter(Tokens tokens, OutgoingWriter outgoing) {
        this.tokens = tokens;
        this.outgoing = outgoing;
    }

    /** @param cause id of the event that it follows from */
    Outgoing write(Turn turn, Case file, eu.estafette.domain.decision.Recall recall, String cause) {
        String party = recall.party().value();
        String noticeId = turn.noticeId(tokens, recall.sequence(), party);
        // on its lane it lies under the case that sent it
        String caseId = turn.from().sender(recall.sequence()).orElse(file.id()).value();
        return recall.tooLate()
                ? outgoing.recallResolved(party, noticeId, caseId)
                : outgoing.recall(new Recall(
                        noticeId, caseId, tokens.caseRef(turn.subject(), file.number()), party, turn.now(), cause));
    }
}
