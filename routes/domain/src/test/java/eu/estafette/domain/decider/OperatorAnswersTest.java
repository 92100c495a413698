package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.decision.StepChange;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.story.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What operators answer to steps that nobody on the case owns. */
class OperatorAnswersTest {

    private final Stage stage =
            Stage.of("ruleset netherlands-municipality REFERRER=gemeente-oost COMMISSIONER=gemeente-oost"
                    + " WELFARE=gemeente-oost/inkomen COACH_ORGANISATION=jobcoach-noord known=winkel");

    @BeforeEach
    void aStepThatIsWithNobody() {
        stage.leaves("jobcoach-noord");
        stage.play("2026-03-02 gemeente-oost employment.started E1 employer=winkel startDate=2026-03-09");
        stage.comesBack("jobcoach-noord");
        assertThat(stage.step("FIRST-DAY").isUnowned()).isTrue();
    }

    @Test
    void aStepIsHandedOnToARoleOnTheCase() {
        Decision decision = stage.answerAsOperator(stage.step("FIRST-DAY"), "HANDED_ON", "COACH_ORGANISATION");

        assertThat(Stage.told(decision)).contains("COACH_ORGANISATION! employment-start-full FIRST-DAY @03-06");
        assertThat(stage.step("FIRST-DAY").owner()).isEqualTo(Role.COACH_ORGANISATION);
    }

    @Test
    void aStepIsNotHandedOnToARoleThatIsNotThere() {
        Decision decision = stage.answerAsOperator(stage.step("FIRST-DAY"), "HANDED_ON", "COACH");

        assertThat(decision.outcome()).isEqualTo(new Outcome.Refused("NOT_ENTITLED"));
        assertThat(stage.step("FIRST-DAY").isUnowned()).isTrue();
    }

    @Test
    void whatIsDoneIsClosed() {
        Decision decision = stage.answerAsOperator(stage.step("FIRST-DAY"), "DONE", "");

        assertThat(decision.steps()).extracting(StepChange::change).containsExactly(StepChange.Change.CLOSED);
        assertThat(stage.now().steps()).extracting(OpenStep::code).doesNotContain("FIRST-DAY");
    }

    @Test
    void aStepThatSomebodyOwnsIsNotTheOperatorsToAnswer() {
        OpenStep owned = stage.step("REVIEW-BENEFIT");

        assertThat(stage.answerAsOperator(owned, "DONE", "").outcome()).isEqualTo(new Outcome.Refused("NOT_ENTITLED"));
        assertThat(stage.step("REVIEW-BENEFIT")).isEqualTo(owned);
    }

    @Test
    void whatIsNotOpenAnyMoreIsOnlySeenTo() {
        OpenStep step = stage.step("FIRST-DAY");
        stage.answerAsOperator(step, "DONE", "");

        assertThat(stage.answerAsOperator(step, "DONE", "").outcome())
                .isEqualTo(new Outcome.Routed(java.util.Optional.of("STEP_CLOSED")));
        assertThat(stage.answerAsOperator(step, "HANDED_ON", "WELFARE").outcome())
                .isEqualTo(new Outcome.Refused("STEP_CLOSED"));
    }

    @Test
    void anOperatorThatTakesAReferralDecidesForNobody() {
        Stage referred =
                Stage.of("ruleset netherlands-municipality REFERRER=gemeente-oost COACH_ORGANISATION=jobcoach-noord");
        referred.leaves("jobcoach-noord");
        referred.play("2026-03-02 gemeente-oost referral.requested V1 kind=JOB_COACHING");

        Decision decision = referred.answerAsOperator(referred.step("DECIDE-REFERRAL"), "ACCEPTED", "");

        assertThat(referred.step("DECIDE-REFERRAL").state()).isEqualTo(OpenStep.State.TAKEN);
        assertThat(decision.notices()).isEmpty();
        assertThat(referred.answerAsOperator(referred.step("DECIDE-REFERRAL"), "DONE", "")
                        .outcome())
                .isEqualTo(new Outcome.Refused("OUTCOME_NOT_OFFERED"));
    }
}
