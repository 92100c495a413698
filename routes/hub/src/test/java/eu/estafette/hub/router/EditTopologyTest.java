package eu.estafette.hub.router;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.Recall;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the router makes of an edit: a notice that names the old one and holds what the operator wrote, within its view. */
class EditTopologyTest {

    private static final String NUMBER = "A";
    private static final PayloadCodec PAYLOADS = new PayloadCodec(Contracts.shipped());

    private final Persons persons = new Persons(
            "ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab WELFARE=ocmw UMBRELLA=buddies COACH=buddies known=winkel");
    private Notice old;

    @BeforeEach
    void somebodyIsReferred() {
        persons.refer(NUMBER, "R1");
        old = persons.asking("DECIDE-REFERRAL");
    }

    @AfterEach
    void stop() {
        persons.close();
    }

    @Test
    void theNewNoticeNamesTheOldOneAndHoldsWhatWasWritten() {
        // Given
        GenericRecord content = PAYLOADS.read(old.getPayload());
        content.put("contact", "0470 44 55 66");

        // When
        persons.about(old, Edited.of(old, content));

        // Then
        Notice anew = persons.notices().getLast();
        assertThat(anew.getReplaces()).isEqualTo(old.getNoticeId());
        assertThat(anew.getNoticeId()).isNotEqualTo(old.getNoticeId());
        assertThat(anew.getParty()).isEqualTo(old.getParty());
        assertThat(anew.getView()).isEqualTo(old.getView());
        assertThat(anew.getStep()).isEqualTo(old.getStep());
        assertThat(anew.getEvent()).isEqualTo(old.getEvent());
        assertThat(anew.getOutcomes()).isEqualTo(old.getOutcomes());
        assertThat(PAYLOADS.read(anew.getPayload())).isEqualTo(content);
        assertThat(persons.recalls(old.getParty()))
                .extracting(Recall::getNoticeId)
                .containsExactly(old.getNoticeId());
        JournalEntry entry = persons.journal().getLast();
        assertThat(entry.getState()).isEqualTo("ROUTED");
        assertThat(entry.getPerson()).isEqualTo("ann");
        assertThat(entry.getSteps()).singleElement().satisfies(step -> assertThat(step.getNoticeId())
                .isEqualTo(anew.getNoticeId()));
    }

    @Test
    void anAnswerToTheNewNoticeCounts() {
        // Given
        persons.about(old, Edited.of(old, PAYLOADS.read(old.getPayload())));
        Notice anew = persons.notices().getLast();

        // When
        persons.answer(anew, "ACCEPTED");

        // Then
        assertThat(persons.journal().getLast().getState()).isEqualTo("ROUTED");
    }
}
