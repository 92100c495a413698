package eu.estafette.connector.setu;

import eu.estafette.domain.event.EventType;
import eu.estafette.kit.intake.EventDraft;
import eu.estafette.kit.intake.Translated;
import eu.estafette.kit.party.Party;
import java.time.LocalDate;

/** A partner's {@code x:rejected} about an assignment that the hub sent: its answer, level BUSINESS, to the last notice of it. */
record Rejection(Party party, Letter letter, SentAssignment sent) {

    private static final String LEVEL = "BUSINESS";

    Translated answer() {
        return new EventDraft(EventType.NOTICE_ANSWERED, party, letter.original(), letter.eventId(0, 1), letter.at())
                .text(
                        "businessKey",
                        String.join("|", sent.noticeId(), LEVEL, letter.at().toString()),
                        Names.ASSIGNMENT_ID)
                .date("occurredOn", LocalDate.ofInstant(letter.at(), party.zone()), Names.STATUS)
                .text("noticeId", sent.noticeId(), Names.ASSIGNMENT_ID)
                .text("level", LEVEL, Names.STATUS)
                .text("outcome", "DECLINED", Names.STATUS)
                .text("reason.scheme", "ESTAFETTE", Names.STATUS)
                .text("reason.code", "OTHER", Names.STATUS)
                .translated();
    }
}
