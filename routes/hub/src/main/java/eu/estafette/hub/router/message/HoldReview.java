package eu.estafette.hub.router.message;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import java.util.Optional;

/** An operator's word on a held event, as the journal keeps it: beside the event that is held, with who said it and why. */
record HoldReview(CaseEvent event) {

    private static final String DISCARD = "DISCARD";

    static Optional<HoldReview> in(CaseEvent event) {
        return event.type() == EventType.HOLD_REVIEWED ? Optional.of(new HoldReview(event)) : Optional.empty();
    }

    /** In the operator's words. */
    Optional<String> reason() {
        return event.data().text("reason");
    }

    /** @param held begun with the event that is held */
    JournalEntry.Builder onRecord(JournalEntry.Builder held) {
        boolean givenUp = event.data().text("verdict").filter(DISCARD::equals).isPresent();
        return held.setKind(givenUp ? "DISCARDED" : "REPLAYED")
                .setPerson(event.sender().person().orElse(null))
                .setDetail(reason().orElse(null));
    }
}
