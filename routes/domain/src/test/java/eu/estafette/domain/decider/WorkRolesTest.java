package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.story.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** EMPLOYER and WORKPLACE come with the work and go with it. */
class WorkRolesTest {

    private final Stage stage = Stage.of(
            "ruleset netherlands-uwv REFERRER+COMMISSIONER=uwv/ad COACH_ORGANISATION=steunpunt COACH=steunpunt/mo known=winkel known=uitzend known=magazijn");

    @Test
    void anEmployerThatTheHubKnowsIsOnTheCaseWhileTheJobLasts() {
        stage.play("2026-03-02 winkel employment.started E1 employer=winkel startDate=03-02");
        assertThat(holders(Role.EMPLOYER)).containsExactly("winkel");
        assertThat(holders(Role.WORKPLACE)).isEmpty();

        stage.play("2026-03-30 winkel employment.ended E1 actualEnd=03-27");
        assertThat(holders(Role.EMPLOYER)).isEmpty();
    }

    @Test
    void whoLendsAndWhoHasTheWorkFloorAreTwo() {
        stage.play("2026-03-02 uwv employment.started E1 employer=uitzend workplace=magazijn startDate=03-02");

        assertThat(holders(Role.EMPLOYER)).containsExactly("uitzend");
        assertThat(holders(Role.WORKPLACE)).containsExactly("magazijn");
    }

    @Test
    void theHostOfAPlacementIsItsEmployerUnlessThereIsAFormalOne() {
        stage.play("2026-03-02 uwv placement.started P1 kind=TRIAL host=magazijn startDate=03-02");
        assertThat(holders(Role.EMPLOYER)).containsExactly("magazijn");

        stage.play("2026-03-09 uwv placement.changed P1 formalEmployer=uitzend");
        assertThat(holders(Role.EMPLOYER)).containsExactly("uitzend");
        assertThat(holders(Role.WORKPLACE)).containsExactly("magazijn");
    }

    @Test
    void anUnknownEmployerHoldsNoRole() {
        stage.play("2026-03-02 uwv employment.started E1 employer=onbekend startDate=03-02");

        assertThat(holders(Role.EMPLOYER)).isEmpty();
    }

    @Test
    void everyEmployerIsToldWhatIsNotAboutOneJob() {
        stage.play(
                "2026-03-02 winkel employment.started E1 employer=winkel startDate=03-02",
                "2026-03-02 uitzend employment.started E2 employer=uitzend startDate=03-09");
        Decision decision =
                stage.play("2026-03-03 steunpunt role.assigned R1 role=COACH party=steunpunt person=jo from=03-03");

        assertThat(told(decision, "role-card-employer")).containsExactlyInAnyOrder("winkel", "uitzend");
    }

    @Test
    void onlyItsOwnEmployerIsToldOfAJob() {
        stage.play(
                "2026-03-02 winkel employment.started E1 employer=winkel startDate=03-02",
                "2026-03-02 uitzend employment.started E2 employer=uitzend startDate=03-09");
        Decision decision = stage.play("2026-03-03 uwv wage-value.announced L1 employmentKey=E2 measureOn=03-20");

        assertThat(told(decision, "wage-value-full")).containsExactlyInAnyOrder("uitzend", "steunpunt/mo");
    }

    @Test
    void theHostMustHireAfterAGoodPlacementThoughTheRoleEndsWithIt() {
        Stage ibo = Stage.of(
                "ruleset flanders-interface REFERRER+EMPLOYMENT_SERVICE=vdab COORDINATOR=stc COACH_ORGANISATION=brugwerk COACH=brugwerk/an known=resto");
        ibo.play("2026-03-02 vdab placement.started P1 kind=IBO host=resto startDate=03-02 plannedEnd=05-29");
        Decision decision = ibo.play("2026-06-01 stc placement.ended P1 actualEnd=05-29 outcome=POSITIVE");

        assertThat(Stage.told(decision)).contains("EMPLOYER! placement-end-fact CONFIRM-HIRE @06-15");
        assertThat(ibo.now().holder(Role.EMPLOYER)).isEmpty();
    }

    private List<String> holders(Role role) {
        return stage.now().roles().stream()
                .filter(held -> held.role() == role)
                .map(held -> held.holder().toString())
                .toList();
    }

    private static List<String> told(Decision decision, String view) {
        return decision.notices().stream()
                .filter(notice -> notice.view().equals(view))
                .map(notice -> notice.recipient().toString())
                .toList();
    }
}
