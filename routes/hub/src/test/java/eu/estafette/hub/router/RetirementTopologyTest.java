package eu.estafette.hub.router;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a case need not keep any longer leaves the store by itself. */
class RetirementTopologyTest {

    private final Persons persons = new Persons("ruleset flanders COACH_ORGANISATION=buddies COACH=buddies/ria");

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
}
