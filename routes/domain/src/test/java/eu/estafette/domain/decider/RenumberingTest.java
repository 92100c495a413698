package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.story.Stage;
import org.junit.jupiter.api.Test;

/** A person gets another number (domain sections 2 and 12). */
class RenumberingTest {

    @Test
    void whoHoldsTheNumberHearsOfTheNewOne() {
        Stage stage = Stage.of("ruleset flanders REFERRER=inslag EMPLOYMENT_SERVICE=vdab WELFARE=ocmw COUNSELLOR=inslag"
                + " COACH_ORGANISATION=brugwerk COACH=buddies/ria known=winkel");
        stage.play("2026-03-02 buddies employment.started E1 employer=winkel startDate=03-02");
        Fields numbers = Fields.of("old", Fields.of("scheme", "INSZ").with("number", "00-OLD"))
                .with("new", Fields.of("scheme", "INSZ").with("number", "00-NEW"));
        Decision decision = stage.play("2026-03-03 vdab person.renumbered N1", numbers);

        assertThat(decision.notices())
                .extracting(notice -> notice.role() + " " + notice.view())
                .as("the sender knows, and the others get names only")
                .containsExactlyInAnyOrder(
                        "WELFARE identity-change", "COACH_ORGANISATION identity-change", "EMPLOYER identity-change");
        assertThat(decision.notices().getFirst().data().nested("new")).isPresent();
        assertThat(stage.now().holder(Role.EMPLOYMENT_SERVICE)).isPresent();
    }
}
