package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.story.Stage;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The same employment from a second source. */
class EchoesTest {

    private static final Outcome ECHO = new Outcome.Routed(Optional.of("ECHO"));
    private static final String OF_COACH =
            "2026-03-02 buddies employment.started E1 employer=winkel startDate=03-02 hoursPerWeek=15 ";
    private static final String OF_REGISTER = "2026-03-04 magda employment.started D77 employer=winkel ";

    private final Stage stage =
            Stage.of("ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab WELFARE=ocmw COACH=buddies/ria");

    @Test
    void anEchoThatTellsNothingElseHasNoEffectButItsKeyIsKnown() {
        // Given
        stage.play(OF_COACH);

        // When
        Decision decision = stage.play(OF_REGISTER + "startDate=03-02");

        // Then
        assertThat(decision.outcome()).isEqualTo(ECHO);
        assertThat(decision.notices()).isEmpty();
        assertThat(stage.now().objects()).hasSize(1);
        assertThat(Stage.told(stage.play("2026-03-20 magda employment.ended D77 actualEnd=03-19")))
                .contains("-FIRST-WEEK");
    }

    @Test
    void whatWasMissingIsFilledIn() {
        // Given
        stage.play(OF_COACH);

        // When
        Decision decision = stage.play(OF_REGISTER + "startDate=03-02 contactPerson=an");

        // Then
        assertThat(decision.outcome()).isEqualTo(ECHO);
        assertThat(employment().content().text("contactPerson")).contains("an");
    }

    @Test
    void aRegisterIsRightWhoeverCameFirst() {
        // Given
        stage.play(OF_REGISTER + "startDate=03-03 hoursPerWeek=18");

        // When
        Decision decision = stage.play(OF_COACH);

        // Then
        assertThat(decision.outcome()).isEqualTo(ECHO);
        assertThat(employment().content().date("startDate")).contains(LocalDate.parse("2026-03-03"));
        assertThat(employment().content().decimal("hoursPerWeek")).contains(new BigDecimal("18"));
    }

    @Test
    void amongPartiesTheNewestIsRight() {
        // Given
        stage.play(OF_COACH);

        // When
        Decision decision =
                stage.play("2026-03-04 vdab employment.started W1 employer=winkel startDate=03-02 hoursPerWeek=20");

        // Then
        assertThat(Stage.told(decision))
                .containsExactlyInAnyOrder(
                        "COACH! employment-start-full FIRST-WEEK @03-09 (C)",
                        "WELFARE! employment-start-benefit REVIEW-BENEFIT @03-16 (C)");
        assertThat(Stage.notice(decision, "employment-start-full").event().businessKey())
                .as("the key that receivers know it by")
                .isEqualTo("E1");
    }

    @Test
    void aCorrectionOfAnEchoCorrectsTheFirstLine() {
        // Given
        stage.play(OF_COACH, OF_REGISTER + "startDate=03-02");

        // When
        Decision decision =
                stage.play("2026-03-05 magda employment.started D77 v2 CORRECTION employer=winkel startDate=03-04");

        // Then
        assertThat(Stage.told(decision)).contains("COACH! employment-start-full FIRST-WEEK @03-11 (C)");
    }

    @Test
    void fifteenDaysApartIsAnotherEmployment() {
        // Given
        stage.play(OF_COACH);

        // When
        Decision decision = stage.play(OF_REGISTER + "startDate=03-17");

        // Then
        assertThat(decision.outcome()).isEqualTo(new Outcome.Routed(Optional.empty()));
        assertThat(stage.now().objects()).hasSize(2);
    }

    @Test
    void theSameSourceUnderAnotherKeyMeansAnotherEmployment() {
        // Given
        stage.play(OF_COACH);

        // When
        stage.play("2026-03-04 buddies employment.started E2 employer=winkel startDate=03-04");

        // Then
        assertThat(stage.now().objects()).hasSize(2);
    }

    @Test
    void whoStartsAgainAfterAnEndStartsAnotherEmployment() {
        // Given
        stage.play(OF_COACH, "2026-03-06 buddies employment.ended E1 actualEnd=03-05");

        // When
        stage.play(OF_REGISTER + "startDate=03-09");

        // Then
        assertThat(stage.now().objects()).hasSize(2);
    }

    @Test
    void aLateEchoOfAnEndedEmploymentDoesNotOpenIt() {
        // Given
        stage.play(OF_COACH, "2026-03-06 buddies employment.ended E1 actualEnd=03-05");

        // When
        Decision decision = stage.play(OF_REGISTER + "startDate=03-02");

        // Then
        assertThat(decision.outcome()).isEqualTo(ECHO);
        assertThat(employment().open()).isFalse();
    }

    @Test
    void theSameKeyFromAnotherSourceIsAnEchoToo() {
        // Given
        stage.play(OF_COACH);

        // When
        Decision decision = stage.play("2026-03-04 vdab employment.started E1 employer=winkel startDate=03-02");

        // Then
        assertThat(decision.outcome()).isEqualTo(ECHO);
    }

    @Test
    void theEmploymentStaysWhileOneSourceStandsByIt() {
        // Given
        stage.play(OF_COACH, OF_REGISTER + "startDate=03-04");

        // When
        Decision decision = stage.play("2026-03-05 buddies employment.started E1 v2 WITHDRAWAL");

        // Then
        assertThat(Stage.told(decision)).doesNotContain("-FIRST-WEEK");
        assertThat(employment().open()).isTrue();
        assertThat(stage.step("FIRST-WEEK").holder()).hasToString("buddies/ria");
        assertThat(Stage.notice(decision, "employment-start-full").data().has("hoursPerWeek"))
                .as("what only the first source told is gone")
                .isFalse();
    }

    @Test
    void itGoesWhenTheLastSourceTakesItBack() {
        // Given
        stage.play(OF_COACH, OF_REGISTER + "startDate=03-04");
        stage.deliver();
        stage.play("2026-03-05 buddies employment.started E1 v2 WITHDRAWAL");
        stage.deliver();

        // When
        Decision decision = stage.play("2026-03-06 magda employment.started D77 v2 WITHDRAWAL");

        // Then
        assertThat(Stage.told(decision))
                .containsExactlyInAnyOrder(
                        "COACH withdrawn (W)",
                        "WELFARE withdrawn (W)",
                        "EMPLOYMENT_SERVICE withdrawn (W)",
                        "-FIRST-WEEK",
                        "-REVIEW-BENEFIT");
        assertThat(employment().open()).isFalse();
    }

    @Test
    void anEchoTakenBackLeavesTheFirstLineAsItWas() {
        // Given
        stage.play(OF_COACH, OF_REGISTER + "startDate=03-04");

        // When
        Decision decision = stage.play("2026-03-05 magda employment.started D77 v2 WITHDRAWAL");

        // Then
        assertThat(Stage.told(decision)).contains("COACH! employment-start-full FIRST-WEEK @03-09 (C)");
        assertThat(employment().content().date("startDate")).contains(LocalDate.parse("2026-03-02"));
    }

    private CaseObject employment() {
        return stage.now().objects().values().iterator().next();
    }
}
