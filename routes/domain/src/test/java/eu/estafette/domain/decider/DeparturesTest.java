package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Recall;
import eu.estafette.domain.decision.StepChange;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.story.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Parties that leave the registry, or lose a role there, while a case goes on. */
class DeparturesTest {

    private final Stage stage = Stage.of(
            "ruleset netherlands-municipality REFERRER=gemeente-oost COMMISSIONER=gemeente-oost WELFARE=gemeente-oost/inkomen"
                    + " COACH_ORGANISATION=jobcoach-noord COACH=jobcoach-noord/kim:EXTERNAL known=winkel");

    @Test
    void theStepsOfAPartyThatLeftFallToTheOperatorsAtOnce() {
        // Given
        stage.play("2026-03-02 gemeente-oost employment.started E1 employer=winkel startDate=2026-03-09");
        stage.deliver();
        List<String> owned = codes(Role.COACH);
        assertThat(owned).contains("FIRST-DAY");

        // When
        stage.leaves("jobcoach-noord");
        List<Decision> decided = stage.passTo("2026-03-03");

        // Then
        assertThat(decided).hasSize(1);
        assertThat(decided.getFirst().notices()).isEmpty();
        assertThat(decided.getFirst().steps())
                .allMatch(change -> change.change() == StepChange.Change.MOVED
                        && change.step().isUnowned())
                .extracting(change -> change.step().code())
                .containsAll(owned);
        OpenStep firstDay = stage.step("FIRST-DAY");
        assertThat(firstDay.owner()).isEqualTo(Role.OPERATOR);
        assertThat(firstDay.due()).isEmpty();
        assertThat(firstDay.openedOn()).hasToString("2026-03-02");
        assertThat(codes(Role.WELFARE)).as("others keep theirs").contains("REVIEW-BENEFIT");
        assertThat(stage.passTo("2026-03-04")).as("once is enough").isEmpty();
    }

    @Test
    void aPartyThatOnlyLostItsRoleIsAskedBackWhatItHasNotGotYet() {
        // Given
        stage.play("2026-03-02 gemeente-oost employment.started E1 employer=winkel startDate=2026-03-09");
        int notice = stage.step("FIRST-DAY").notice().orElseThrow();

        // When
        stage.loses(Role.COACH);
        Decision decision = stage.passTo("2026-03-03").getFirst();

        // Then
        assertThat(decision.recalls()).contains(new Recall(notice, new PartyId("jobcoach-noord")));
        assertThat(stage.step("FIRST-DAY").owner()).isEqualTo(Role.OPERATOR);
    }

    @Test
    void nothingMoreGoesToAPartyThatLeftAndItsRoleIsVacantMeanwhile() {
        // Given
        stage.leaves("jobcoach-noord");

        // When
        Decision decision =
                stage.play("2026-03-02 gemeente-oost employment.started E1 employer=winkel startDate=2026-03-09");

        // Then
        assertThat(decision.notices())
                .noneMatch(notice -> isFor(notice.recipient().party(), "jobcoach-noord"));
        assertThat(stage.step("FIRST-DAY").isUnowned()).isTrue();
        assertThat(stage.step("REVIEW-BENEFIT").owner()).isEqualTo(Role.WELFARE);
    }

    @Test
    void aPartyThatComesBackHasItsRolesAgain() {
        // Given
        stage.leaves("jobcoach-noord");
        stage.play("2026-03-02 gemeente-oost employment.started E1 employer=winkel startDate=2026-03-09");

        // When
        stage.comesBack("jobcoach-noord");
        Decision decision = stage.play("2026-03-03 winkel signal.raised G1 kind=LATENESS employmentKey=E1");

        // Then
        assertThat(Stage.told(decision)).contains("COACH! signal-full CLARIFY @03-05");
    }

    @Test
    void aWithdrawalIsNotSentToAPartyThatIsNoMore() {
        // Given
        stage.play("2026-03-02 gemeente-oost employment.started E1 employer=winkel startDate=2026-03-09");
        stage.deliver();
        stage.leaves("jobcoach-noord");

        // When
        Decision decision = stage.play("2026-03-03 gemeente-oost employment.started E1 v2 WITHDRAWAL");

        // Then
        assertThat(decision.notices())
                .noneMatch(notice -> isFor(notice.recipient().party(), "jobcoach-noord"));
        assertThat(Stage.told(decision)).contains("WELFARE withdrawn (W)", "-FIRST-DAY");
        assertThat(stage.now().sent().values().stream().flatMap(List::stream))
                .noneMatch(sent -> sent.view().equals("withdrawn")
                        && isFor(sent.recipient().party(), "jobcoach-noord"));
    }

    private static boolean isFor(PartyId party, String name) {
        return party.value().equals(name);
    }

    private List<String> codes(Role owner) {
        return stage.now().steps().stream()
                .filter(step -> step.owner() == owner)
                .map(OpenStep::code)
                .toList();
    }
}
