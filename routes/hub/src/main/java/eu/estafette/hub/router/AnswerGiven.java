package eu.estafette.hub.router;

import eu.estafette.contract.message.JournalAnswer;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import java.util.Optional;

/** What a party answered to a notice, as far as the journal may know: the outcome and the reason's code, no text. */
final class AnswerGiven {

    private AnswerGiven() {}

    /** Empty of other events, and of a mere receipt. */
    static Optional<JournalAnswer> in(CaseEvent event) {
        Fields data = event.data();
        return Optional.of(event.type())
                .filter(EventType.NOTICE_ANSWERED::equals)
                .flatMap(answer -> data.code("outcome"))
                .map(outcome -> JournalAnswer.newBuilder()
                        .setOutcome(outcome)
                        .setReason(data.code("reason").orElse(null))
                        .build());
    }
}
