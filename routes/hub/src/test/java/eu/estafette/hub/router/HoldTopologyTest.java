package eu.estafette.hub.router;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Recipient;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the router makes of what operators say about held events: all of it in one transaction, on record with who said it and why. */
class HoldTopologyTest {

    private static final String NUMBER = "A";
    private static final String ENDED = "2026-03-02 buddies employment.ended E1 actualEnd=02-27 @digest=same";

    private final Persons persons = new Persons(
            "ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab WELFARE=ocmw UMBRELLA=buddies COACH=buddies known=winkel");
    private int reviews;

    @AfterEach
    void stop() {
        persons.close();
    }

    @Test
    void whatIsGivenUpIsRefusedUnderItsOwnPlaceAndOnRecord() {
        // Given
        persons.refer(NUMBER, "R1");
        persons.send(NUMBER, ENDED);
        JournalEntry held = persons.journal("E1").getLast();
        assertThat(held.getState()).isEqualTo("HELD");

        // When
        review("DISCARD", held, Optional.of("sent in error"));

        // Then
        JournalEntry review = persons.journal("0|DISCARD|1").getLast();
        assertThat(review.getState()).isEqualTo("ROUTED");
        assertThat(review.getPerson()).isEqualTo("ann");
        assertThat(review.getDetail()).isEqualTo("sent in error");
        assertThat(persons.journal("E1"))
                .extracting(JournalEntry::getKind)
                .containsExactly("DECIDED", "DISCARDED", "DECIDED");
        JournalEntry onRecord = persons.journal("E1").get(1);
        assertThat(onRecord.getPerson()).isEqualTo("ann");
        assertThat(onRecord.getDetail()).isEqualTo("sent in error");
        assertThat(onRecord.getState()).isNull();
        JournalEntry refused = persons.journal("E1").getLast();
        assertThat(refused.getState()).isEqualTo("REFUSED");
        assertThat(refused.getReason()).isEqualTo("DISCARDED");
        assertThat(refused.getEvent().getOffset()).isEqualTo(held.getEvent().getOffset());
        assertThat(refused.getParty()).isEqualTo("buddies");
        assertThat(refused.getCaseRef()).isEqualTo(persons.caseRef(NUMBER));

        // and what it waited for does not bring it back
        persons.send(NUMBER, "2026-03-03 buddies employment.started E1 employer=winkel startDate=02-02 @digest=same");
        assertThat(persons.journal("E1"))
                .filteredOn(entry -> entry.getEvent().getType().equals("employment.ended"))
                .hasSize(3);
    }

    @Test
    void whatIsStillHeldSaysSoAndIsLetGoByItsOriginalAsBefore() {
        // Given
        persons.refer(NUMBER, "R1");
        persons.send(NUMBER, ENDED);
        JournalEntry held = persons.journal("E1").getLast();

        // When
        review("REPLAY", held, Optional.empty());

        // Then
        assertThat(persons.journal("0|REPLAY|1").getLast().getReason()).isEqualTo("STILL_HELD");
        JournalEntry again = persons.journal("E1").getLast();
        assertThat(again.getState()).isEqualTo("HELD");
        assertThat(again.getUntil()).isEqualTo(held.getUntil());
        assertThat(persons.journal("E1"))
                .extracting(JournalEntry::getKind)
                .containsExactly("DECIDED", "REPLAYED", "DECIDED");

        // When
        persons.send(NUMBER, "2026-03-03 buddies employment.started E1 employer=winkel startDate=02-02 @digest=same");

        // Then
        assertThat(persons.journal("E1").getLast().getState()).isEqualTo("ROUTED");
    }

    @Test
    void whatWaitsForACaseIsGivenUpWithoutOne() {
        // Given
        persons.send(NUMBER, ENDED);
        JournalEntry held = persons.journal("E1").getLast();
        assertThat(held.getReason()).isEqualTo("NO_CASE");

        // When
        review("REPLAY", held, Optional.empty());
        review("DISCARD", held, Optional.of("nobody knows them"));
        review("DISCARD", held, Optional.of("nobody knows them"));

        // Then
        assertThat(persons.journal("0|REPLAY|1").getLast().getReason()).isEqualTo("STILL_HELD");
        assertThat(persons.journal("0|DISCARD|2").getLast().getState()).isEqualTo("ROUTED");
        assertThat(persons.journal("0|DISCARD|3").getLast().getReason()).isEqualTo("NOT_HELD");
        assertThat(persons.journal("E1").getLast().getReason()).isEqualTo("DISCARDED");
        assertThat(persons.kept(NUMBER)).isEmpty();
        assertThat(persons.invalid()).isEmpty();
    }

    @Test
    void aReviewFindsItsEventWhereTheCaseWent() {
        // Given
        persons.refer(NUMBER, "R1");
        persons.send(NUMBER, ENDED);
        JournalEntry held = persons.journal("E1").getLast();
        persons.renumber(NUMBER, "B", "N1");

        // When
        review("DISCARD", held, Optional.of("sent in error"));

        // Then
        JournalEntry refused = persons.journal("E1").getLast();
        assertThat(refused.getReason()).isEqualTo("DISCARDED");
        assertThat(refused.getEvent().getOffset()).isEqualTo(held.getEvent().getOffset());
        assertThat(refused.getCaseRef()).isEqualTo(persons.caseRef("B"));
    }

    private void review(String verdict, JournalEntry held, Optional<String> reason) {
        Fields data = Fields.of("eventId", held.getEvent().getId())
                .with("eventSource", held.getEvent().getSource())
                .with("verdict", verdict);
        reviews++;
        persons.about(
                NUMBER,
                new CaseEvent(
                        "review-" + reviews,
                        "urn:estafette:hub:operator",
                        EventType.HOLD_REVIEWED,
                        Instant.parse("2026-03-03T08:00:00Z"),
                        new Recipient(PartyId.HUB, Optional.of("ann")),
                        Optional.empty(),
                        Action.ORIGINAL,
                        "0|" + verdict + "|" + reviews,
                        1,
                        LocalDate.parse("2026-03-03"),
                        false,
                        "00",
                        Optional.empty(),
                        List.of(),
                        reason.map(why -> data.with("reason", why)).orElse(data)));
    }
}
