package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.Phase;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.NoticeDraft;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.event.Action;
import eu.estafette.domain.story.Answer;
import eu.estafette.domain.story.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What follows when what was told is told anew. */
class CorrectionsTest {

    private static final String CAST =
            "ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab WELFARE=ocmw UMBRELLA=buddies COACH=buddies/ria";
    private static final String STARTED =
            "2026-03-02 vdab employment.started E1 employer=winkel startDate=03-09 hoursPerWeek=20 ";
    private static final String CORRECTED = "2026-03-03 vdab employment.started E1 v2 CORRECTION employer=winkel ";

    private final Stage stage = Stage.of(CAST);

    @Test
    void whoMustActGetsTheNewContentWithANewDate() {
        // Given
        stage.play(STARTED);

        // When
        Decision decision = stage.play(CORRECTED + "startDate=03-16 hoursPerWeek=20");

        // Then
        assertThat(Stage.told(decision))
                .containsExactlyInAnyOrder(
                        "COACH! employment-start-full FIRST-WEEK @03-23 (C)",
                        "WELFARE! employment-start-benefit REVIEW-BENEFIT @03-13 (C)");
        assertThat(stage.step("FIRST-WEEK").notice())
                .contains(Stage.notice(decision, "employment-start-full").sequence());
    }

    @Test
    void aHigherOriginalOfWhatHappensOnceIsACorrection() {
        // Given
        stage.play(STARTED);

        // When
        Decision decision =
                stage.play("2026-03-03 vdab employment.started E1 v2 employer=winkel startDate=03-16 hoursPerWeek=20");

        // Then
        assertThat(decision.notices())
                .isNotEmpty()
                .allSatisfy(notice -> assertThat(notice.event().action()).isEqualTo(Action.CORRECTION));
    }

    @Test
    void whoseViewShowsNothingElseIsNotTold() {
        // Given
        stage.play(STARTED);

        // When
        Decision decision = stage.play(CORRECTED + "startDate=03-09 hoursPerWeek=20 contactPerson=an");

        // Then
        assertThat(Stage.told(decision)).containsExactly("COACH! employment-start-full FIRST-WEEK @03-16 (C)");
    }

    @Test
    void anEqualCorrectionTellsNobody() {
        // Given
        stage.play(STARTED);

        // When
        Decision decision = stage.play(CORRECTED + "startDate=03-09 hoursPerWeek=20.0");

        // Then
        assertThat(decision.outcome()).isEqualTo(new Outcome.Routed(Optional.empty()));
        assertThat(decision.notices()).isEmpty();
        assertThat(decision.steps()).isEmpty();
    }

    @Test
    void whoHasDoneTheStepIsInformed() {
        // Given
        stage.play(STARTED, "2026-03-10 buddies answer FIRST-WEEK DONE");

        // When
        Decision decision = stage.play(CORRECTED + "startDate=03-16 hoursPerWeek=20");

        // Then
        assertThat(Stage.told(decision))
                .containsExactlyInAnyOrder(
                        "COACH employment-start-full (C)",
                        "WELFARE! employment-start-benefit REVIEW-BENEFIT @03-13 (C)");
        assertThat(stage.now().steps()).extracting(OpenStep::code).containsExactly("REVIEW-BENEFIT");
    }

    @Test
    void whoTookTheStepKeepsIt() {
        // Given
        stage.play(STARTED, "2026-03-03 buddies answer FIRST-WEEK ACCEPTED");

        // When
        stage.play(CORRECTED + "startDate=03-16 hoursPerWeek=20");

        // Then
        assertThat(stage.step("FIRST-WEEK").state()).isEqualTo(OpenStep.State.TAKEN);
        assertThat(stage.step("FIRST-WEEK").due()).contains(java.time.LocalDate.parse("2026-03-23"));
    }

    @Test
    void whoWasHandedTheStepGetsTheCorrection() {
        // Given
        stage.play(STARTED, "2026-03-03 buddies answer FIRST-WEEK HANDED_ON to=UMBRELLA");

        // When
        Decision decision = stage.play(CORRECTED + "startDate=03-16 hoursPerWeek=20");

        // Then
        assertThat(Stage.told(decision))
                .contains("UMBRELLA! employment-start-full FIRST-WEEK @03-23 (C)", "COACH employment-start-full (C)");
    }

    @Test
    void laterChangesOfTheObjectStay() {
        // Given
        stage.play(STARTED, "2026-03-10 vdab employment.changed E1 hoursPerWeek=32 hoursChanged=true");

        // When
        Decision decision = stage.play("2026-03-11 vdab employment.started E1 v2 CORRECTION employer=winkel "
                + "startDate=03-10 hoursPerWeek=18");

        // Then
        NoticeDraft notice = Stage.notice(decision, "employment-start-full");
        assertThat(notice.data().decimal("hoursPerWeek")).contains(new BigDecimal("32"));
        assertThat(notice.data().date("startDate")).contains(java.time.LocalDate.parse("2026-03-10"));
    }

    @Test
    void aCorrectionOfAChangeLeavesTheChangesBeforeAlone() {
        // Given
        stage.play(
                STARTED,
                "2026-03-10 vdab employment.changed E1 hoursPerWeek=32",
                "2026-03-11 vdab employment.changed E1 v2 plannedEnd=06-30");

        // When
        stage.play("2026-03-12 vdab employment.changed E1 v3 CORRECTION plannedEnd=07-31");

        // Then
        var employment = stage.now().objects().values().iterator().next();
        assertThat(employment.content().decimal("hoursPerWeek")).contains(new BigDecimal("32"));
        assertThat(employment.content().date("plannedEnd")).contains(java.time.LocalDate.parse("2026-07-31"));
    }

    @Test
    void whoMatchesForTheFirstTimeIsTold() {
        // Given
        stage.play("2026-03-02 vdab training.progressed T1 status=ABSENT course=las");

        // When
        Decision decision =
                stage.play("2026-03-03 vdab training.progressed T1 v2 CORRECTION status=WAITING course=las");

        // Then
        assertThat(Stage.told(decision))
                .containsExactlyInAnyOrder(
                        "EMPLOYMENT_SERVICE! training-full BRIDGE-WAIT @04-02 (C)",
                        "COACH training-full (C)",
                        "WELFARE training-fact (C)");
    }

    @Test
    void aStepWhoseRowNoLongerMatchesCloses() {
        // Given
        stage.play("2026-03-02 vdab training.progressed T1 status=WAITING course=las");

        // When
        Decision decision =
                stage.play("2026-03-03 vdab training.progressed T1 v2 CORRECTION status=ENROLLED course=las");

        // Then
        assertThat(Stage.told(decision)).contains("-BRIDGE-WAIT", "COACH training-full (C)");
        assertThat(stage.now().steps()).isEmpty();
        assertThat(stage.now().phase()).isEqualTo(Phase.TRAINING);
    }

    @Test
    void thePhaseThatARowSetGoesWithTheRow() {
        // Given
        stage.play("2026-03-02 vdab training.progressed T1 status=STOPPED course=las");
        assertThat(stage.now().phase()).isEqualTo(Phase.JOB_SEARCH);

        // When
        stage.play("2026-03-03 vdab training.progressed T1 v2 CORRECTION status=WAITING course=las");

        // Then
        assertThat(stage.now().phase()).isEqualTo(Phase.ORIENTATION);
    }

    @Test
    void thePhaseThatAnEndSetStaysWhenTheEndIsCorrected() {
        // Given
        stage.play(
                STARTED,
                "2026-03-20 vdab employment.ended E1 actualEnd=03-19",
                "2026-03-23 vdab employment.started E2 employer=bakker startDate=03-23",
                "2026-03-24 vdab employment.ended E1 v2 CORRECTION actualEnd=03-20");

        // When
        stage.play("2026-03-25 vdab employment.started E2 v2 WITHDRAWAL");

        // Then
        assertThat(stage.now().phase()).isEqualTo(Phase.JOB_SEARCH);
    }

    @Test
    void whatACorrectedFactWouldNotHaveClosedIsOpenAgain() {
        // Given
        Stage withoutCoach = Stage.of("ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab UMBRELLA=buddies");
        withoutCoach.play(
                "2026-03-02 vdab referral.requested V1 kind=JOB_COACHING",
                "2026-03-03 buddies referral.decided V1 decision=ACCEPTED",
                "2026-03-04 buddies role.assigned R1 role=COACH party=buddies person=ria from=03-04");

        // When
        Decision decision = withoutCoach.play(
                "2026-03-05 buddies role.assigned R1 v2 CORRECTION role=COACH_ORGANISATION party=brugwerk from=03-04");

        // Then
        assertThat(Stage.told(decision)).contains("-FIRST-CONTACT", "+ASSIGN-COACH");
        assertThat(withoutCoach.now().roles())
                .extracting(held -> held.role().name())
                .contains("COACH_ORGANISATION")
                .doesNotContain("COACH");
    }

    @Test
    void aCorrectionDoesNotCloseWhatCameAfterTheFact() {
        // Given
        stage.play(STARTED, "2026-03-20 vdab employment.ended E1 actualEnd=03-19");

        // When
        Decision decision = stage.play(CORRECTED + "startDate=03-10 hoursPerWeek=20");

        // Then
        assertThat(Stage.told(decision)).doesNotContain("-CONTACT-PERSON", "-RESUME-MEDIATION");
        assertThat(stage.now().phase()).as("it stays ended").isEqualTo(Phase.JOB_SEARCH);
        assertThat(decision.notices()).as("nothing of it is open any more").noneMatch(NoticeDraft::isAct);
    }

    @Test
    void aCorrectionOfAHandoverIsWeighedAsWhenItWasTold() {
        // Given
        stage.play(
                "2026-05-04 buddies person.moved M1 crosses=REGION from=05-15",
                "2026-05-08 vdab role.assigned R1 role=EMPLOYMENT_SERVICE party=forem from=05-15");

        // When
        Decision decision = stage.play(
                "2026-05-11 vdab role.assigned R1 v2 CORRECTION role=EMPLOYMENT_SERVICE party=forem from=05-18");

        // Then
        assertThat(Stage.told(decision)).doesNotContain("-TAKE-BACK");
        assertThat(stage.step("TAKE-BACK").holder()).hasToString("forem");
    }

    @Test
    void aPartialCorrectionOfWhatIsKnownChangesOnlyThat() {
        // Given
        stage.play(STARTED);

        // When
        stage.play("2026-03-03 vdab employment.started E1 v2 CORRECTION partial hoursPerWeek=24");

        // Then
        var content = stage.now().objects().values().iterator().next().content();
        assertThat(content.decimal("hoursPerWeek")).contains(new BigDecimal("24"));
        assertThat(content.party("employer")).isPresent();
    }

    @Test
    void aCorrectionFromWhoLeftTheCaseIsDecidedAllTheSame() {
        // Given
        Stage employer = Stage.of(CAST + " known=winkel");
        employer.play(
                "2026-03-02 winkel employment.started E1 employer=winkel startDate=03-02",
                "2026-03-20 winkel employment.ended E1 actualEnd=03-19");

        // When
        Decision decision = employer.play("2026-03-23 winkel employment.ended E1 v2 CORRECTION actualEnd=03-20");

        // Then
        assertThat(Stage.told(decision)).contains("COACH! employment-end-full CONTACT-PERSON @03-26 (C)");
    }

    @Test
    void aCorrectionOfAnOlderVersionIsSuperseded() {
        // Given
        stage.play(STARTED, CORRECTED + "startDate=03-16 hoursPerWeek=20");

        // When
        Decision decision = stage.play(STARTED + "v2");

        // Then
        assertThat(decision.outcome()).isEqualTo(new Outcome.Routed(Optional.of("SUPERSEDED")));
        assertThat(stage.step("FIRST-WEEK").due()).contains(java.time.LocalDate.parse("2026-03-23"));
    }

    @Test
    void anEndOfSomethingNobodyToldOfWaits() {
        // Given
        String absent = "2026-03-02 vdab absence.resumed X1 resumedOn=03-02 extent=FULL";

        // When
        Outcome outcome =
                Stage.of(CAST + " COACH_ORGANISATION=vdab").play(absent).outcome();

        // Then
        assertThat(outcome).isEqualTo(new Outcome.Held("NO_ORIGINAL", Instant.parse("2026-03-08T23:00:00Z")));
    }

    @Test
    void theAnswerToTheEarlierNoticeCountsForTheStepThatGoesOn() {
        // Given
        int first = Stage.notice(stage.play(STARTED), "employment-start-full").sequence();
        stage.play(CORRECTED + "startDate=03-16 hoursPerWeek=20");

        // When
        Decision decision = stage.answer(new Answer("buddies", first, "BUSINESS", "DONE"));

        // Then
        assertThat(decision.outcome()).isEqualTo(new Outcome.Routed(java.util.Optional.empty()));
        assertThat(Stage.told(decision)).contains("-FIRST-WEEK");
    }
}
