package eu.estafette.hub.router;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Notice;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a case need not keep any longer leaves the store by itself. */
class RetirementTopologyTest {

    private final Persons persons = new Persons("ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab"
            + " WELFARE=ocmw UMBRELLA=buddies COACH_ORGANISATION=buddies COACH=buddies/ria known=winkel");

    @AfterEach
    void stop() {
        persons.close();
    }

    @Test
    void anObjectThatEndedLeavesTheStoreAfterFourHundredDays() {
        // Given an appointment that was called off, of which nobody had to hear
        persons.send("A", "2026-03-02 buddies role.assigned R1 role=COACH party=buddies person=ria from=2026-03-02");
        persons.send("A", "2026-03-02 buddies appointment.changed K1 method=CANCEL start=03-10T09:00");
        assertThat(persons.kept("A")).contains("object/appointment/K1");

        // When
        persons.passTo("2027-04-05T10:00:00Z");
        assertThat(persons.kept("A")).as("399 days later").contains("object/appointment/K1");
        persons.passTo("2027-04-06T10:00:00Z");

        // Then
        assertThat(persons.kept("A")).doesNotContain("object/appointment/K1").contains("head");
        persons.send("A", "2027-04-06 buddies appointment.changed K2 method=CANCEL start=04-10T09:00");
        assertThat(persons.journal("K2")).singleElement().satisfies(entry -> assertThat(entry.getState())
                .isEqualTo("ROUTED"));
        assertThat(persons.invalid()).isEmpty();
    }

    @Test
    void theNoticesOfWhatLeftTheStoreLeaveTheMailboxes() {
        // Given a job that ended, of which all have heard and nothing is left to do
        persons.refer("A", "R1");
        persons.work("A", "K1");
        persons.send("A", "2026-03-20 buddies employment.ended K1 actualEnd=2026-03-20");
        settle();
        persons.passTo("2027-01-04T10:00:00Z");
        settle();
        List<String> ofTheJob = ids("K1");
        assertThat(ofTheJob).isNotEmpty();
        assertThat(persons.forgotten()).isEmpty();

        // When
        persons.passTo("2028-03-01T10:00:00Z");

        // Then
        assertThat(persons.kept("A")).doesNotContain("object/employment/K1");
        assertThat(persons.forgotten()).containsAll(ofTheJob);
    }

    private List<String> ids(String businessKey) {
        return persons.notices().stream()
                .filter(notice -> notice.getEvent().getBusinessKey().equals(businessKey))
                .map(Notice::getNoticeId)
                .toList();
    }

    private void settle() {
        for (int settled = 0; settled < persons.notices().size(); settled++) {
            Notice notice = persons.notices().get(settled);
            persons.delivered(notice);
            if (notice.getPurpose().equals("ACT")) {
                persons.answer(notice, "DONE");
            }
        }
    }

    @Test
    void whatWaitsInVainForACaseExpiresAndTheRouterGoesOn() {
        // Given an event about somebody who has no case
        persons.work("B", "K9");
        assertThat(states("K9")).containsExactly("HELD");

        // When
        persons.passTo("2026-04-10T10:00:00Z");
        persons.refer("A", "R1");

        // Then
        assertThat(states("K9")).as(persons.journal().toString()).containsExactly("HELD", "EXPIRED");
        assertThat(states("R1")).containsExactly("ROUTED");
    }

    private List<String> states(String businessKey) {
        return persons.journal(businessKey).stream().map(JournalEntry::getState).toList();
    }
}
