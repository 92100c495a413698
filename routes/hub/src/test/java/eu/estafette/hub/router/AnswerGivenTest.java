package eu.estafette.hub.router;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.JournalAnswer;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.Code;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import eu.estafette.schemas.avro.GeneratedClasses;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class AnswerGivenTest {

    @BeforeAll
    static void trust() {
        GeneratedClasses.trust();
    }

    @Test
    void theOutcomeIsJournaledWithTheReasonsCode() {
        Fields declined = Fields.of("outcome", "DECLINED")
                .with("reason", new Code("ESTAFETTE", "NO_CAPACITY", Optional.of("full until June")))
                .with("remark", "call me");

        assertThat(AnswerGiven.in(event(EventType.NOTICE_ANSWERED, declined)))
                .contains(new JournalAnswer("DECLINED", "NO_CAPACITY"));
    }

    @Test
    void anOutcomeNeedsNoReason() {
        assertThat(AnswerGiven.in(event(EventType.NOTICE_ANSWERED, Fields.of("outcome", "ACCEPTED"))))
                .contains(new JournalAnswer("ACCEPTED", null));
    }

    @Test
    void aReceiptAndAnyOtherEventHaveNone() {
        assertThat(AnswerGiven.in(event(EventType.NOTICE_ANSWERED, Fields.of("level", "TRANSPORT"))))
                .isEmpty();
        assertThat(AnswerGiven.in(event(EventType.REFERRAL_REQUESTED, Fields.of("outcome", "ACCEPTED"))))
                .isEmpty();
    }

    private static CaseEvent event(EventType type, Fields data) {
        return new CaseEvent(
                "E1",
                "urn:estafette:party:coach-org",
                type,
                Instant.parse("2026-03-02T08:00:00Z"),
                new Recipient(new PartyId("coach-org"), Optional.empty()),
                Optional.empty(),
                Action.ORIGINAL,
                "N1|BUSINESS|1",
                1,
                LocalDate.parse("2026-03-02"),
                false,
                "00",
                Optional.empty(),
                List.of(),
                data);
    }
}
