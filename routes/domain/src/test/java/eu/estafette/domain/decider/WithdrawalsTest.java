package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.Coaching;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.Phase;
import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.decision.Recall;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.story.Stage;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What follows when what was told never happened, or goes on after all. */
class WithdrawalsTest {

    private static final String CAST =
            "ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab WELFARE=ocmw UMBRELLA=buddies COACH=buddies/ria";
    private static final String STARTED = "2026-03-02 suwinet employment.started E1 employer=winkel startDate=03-09 ";
    private static final String WITHDRAWN = "2026-03-03 suwinet employment.started E1 v2 WITHDRAWAL";

    private final Stage stage = Stage.of(CAST);

    @Test
    void itIsAsIfItHadNeverBeen() {
        // Given
        Case before = stage.now();
        stage.play(STARTED);
        stage.deliver();

        // When
        Decision decision = stage.play(WITHDRAWN);

        // Then
        assertThat(Stage.told(decision))
                .containsExactlyInAnyOrder(
                        "COACH withdrawn (W)",
                        "WELFARE withdrawn (W)",
                        "EMPLOYMENT_SERVICE withdrawn (W)",
                        "-FIRST-WEEK",
                        "-REVIEW-BENEFIT");
        assertThat(decision.rules()).isEmpty();
        assertThat(stage.now().phase()).isEqualTo(before.phase());
        assertThat(stage.now().roles()).isEqualTo(before.roles());
        assertThat(stage.now().timers().running()).isEmpty();
    }

    @Test
    void aWithdrawnNoticeShowsNothingButThatItIsVoid() {
        // Given
        stage.play(STARTED);
        stage.deliver();

        // When
        var notice = Stage.notice(stage.play(WITHDRAWN), "withdrawn");

        // Then
        assertThat(notice.source()).isEqualTo("document/step");
        assertThat(notice.data()).isEqualTo(Fields.of("action", "WITHDRAWAL"));
        assertThat(notice.event().businessKey()).isEqualTo("E1");
    }

    @Test
    void whatStillWaitsIsAskedBackAndNobodyIsTold() {
        // Given
        stage.play(STARTED);

        // When
        Decision decision = stage.play(WITHDRAWN);

        // Then
        assertThat(decision.notices()).isEmpty();
        assertThat(decision.recalls()).extracting(Recall::tooLate).containsExactly(false, false, false);
    }

    @Test
    void aNoticeCaughtInTimeLeavesTheCase() {
        // Given
        stage.play(STARTED);
        int recalled = stage.play(WITHDRAWN).recalls().getFirst().sequence();

        // When
        Decision decision = stage.receipt(recalled, "WITHDRAWN");

        // Then
        assertThat(decision.notices()).isEmpty();
        assertThat(stage.now().sent().values().stream().flatMap(List::stream))
                .noneMatch(notice -> notice.sequence() == recalled)
                .hasSize(2);
    }

    @Test
    void whoGotTheNoticeAllTheSameHearsOnceThatItIsVoid() {
        // Given
        stage.play(STARTED);
        int recalled = stage.play(WITHDRAWN).recalls().getFirst().sequence();

        // When
        Decision decision = stage.receipt(recalled, "TOO_LATE");
        Decision again = stage.receipt(recalled, "TOO_LATE");

        // Then
        assertThat(Stage.told(decision)).containsExactly("COACH withdrawn (W)");
        assertThat(decision.recalls()).extracting(Recall::tooLate).containsExactly(true);
        assertThat(again.notices()).isEmpty();
        assertThat(again.recalls()).isEmpty();
    }

    @Test
    void theSenderHearsOfItOnlyIfItHadANotice() {
        // Given
        stage.play("2026-03-02 vdab employment.started E1 employer=winkel startDate=03-09");
        stage.deliver();

        // When
        Decision decision = stage.play("2026-03-03 vdab employment.started E1 v2 WITHDRAWAL");

        // Then
        assertThat(Stage.told(decision))
                .contains("COACH withdrawn (W)")
                .noneMatch(line -> line.startsWith("EMPLOYMENT_SERVICE") || line.startsWith("REFERRER"));
    }

    @Test
    void aStepThatItClosedIsOpenAgainWithAtLeastTwoDays() {
        // Given
        stage.play(
                "2026-02-02 vdab employment.started E0 employer=bakker startDate=01-05",
                "2026-02-09 vdab employment.ended E0 actualEnd=02-06",
                STARTED);
        stage.deliver();

        // When
        Decision decision = stage.play(WITHDRAWN);

        // Then
        assertThat(Stage.told(decision))
                .contains(
                        "COACH! employment-end-full CONTACT-PERSON @03-05",
                        "EMPLOYMENT_SERVICE! employment-end-fact RESUME-MEDIATION @03-05",
                        "+CONTACT-PERSON",
                        "+RESUME-MEDIATION");
    }

    @Test
    void aStepGoesToWhomItIsForByNow() {
        // Given
        stage.play(
                "2026-02-02 vdab employment.started E0 employer=bakker startDate=01-05",
                "2026-02-09 vdab employment.ended E0 actualEnd=02-06",
                STARTED,
                "2026-03-02 buddies role.ended R1 role=COACH party=buddies person=ria until=03-02");

        // When
        Decision decision = stage.play(WITHDRAWN);

        // Then
        assertThat(Stage.told(decision)).contains("UMBRELLA! employment-end-full CONTACT-PERSON @03-05");
    }

    @Test
    void aStepIsNotOpenedAgainIfWhatOpenedItNeverHappenedEither() {
        // Given
        stage.play(
                "2026-02-02 vdab employment.started E0 employer=bakker startDate=01-05",
                "2026-02-09 vdab employment.ended E0 actualEnd=02-06",
                STARTED,
                "2026-03-02 vdab employment.ended E0 v2 WITHDRAWAL");

        // When
        Decision decision = stage.play(WITHDRAWN);

        // Then
        assertThat(Stage.told(decision)).doesNotContain("+CONTACT-PERSON", "+RESUME-MEDIATION");
        assertThat(stage.now().phase()).isEqualTo(Phase.EMPLOYED);
    }

    @Test
    void aStepThatSomethingElseWouldHaveClosedStaysClosedUntilThatIsWithdrawnToo() {
        // Given
        stage.play(
                "2026-02-02 vdab employment.started E0 employer=bakker startDate=01-05",
                "2026-02-09 vdab employment.ended E0 actualEnd=02-06",
                STARTED,
                "2026-03-02 vdab employment.started E2 employer=slager startDate=03-16");
        Decision first = stage.play(WITHDRAWN);

        // When
        Decision second = stage.play("2026-03-04 vdab employment.started E2 v2 WITHDRAWAL");

        // Then
        assertThat(Stage.told(first)).doesNotContain("+CONTACT-PERSON");
        assertThat(Stage.told(second)).contains("+CONTACT-PERSON", "+RESUME-MEDIATION");
    }

    @Test
    void aStepThatItRenewedIsAgainWhatItWas() {
        // Given
        stage.play(STARTED, "2026-03-20 suwinet employment.ended E1 actualEnd=03-19");
        assertThat(stage.step("REVIEW-BENEFIT").rule()).contains("E3");

        // When
        Decision decision = stage.play("2026-03-23 suwinet employment.ended E1 v2 WITHDRAWAL");

        // Then
        assertThat(Stage.told(decision))
                .contains("WELFARE! employment-start-benefit REVIEW-BENEFIT @03-25", "+FIRST-WEEK", "+REVIEW-BENEFIT");
        assertThat(stage.step("REVIEW-BENEFIT").rule()).contains("E2");
        assertThat(stage.now().phase()).isEqualTo(Phase.EMPLOYED);
    }

    @Test
    void theClocksItStoppedRunAgain() {
        // Given
        stage.play(STARTED + "plannedEnd=08-31");
        var running = stage.now().timers().running();
        stage.play("2026-03-20 suwinet employment.ended E1 actualEnd=03-19");
        assertThat(stage.now().timers().running()).isEmpty();

        // When
        stage.play("2026-03-23 suwinet employment.ended E1 v2 WITHDRAWAL");

        // Then
        assertThat(stage.now().timers().running()).containsExactlyInAnyOrderElementsOf(running);
    }

    @Test
    void theRolesAreWhatTheStandingLinesGive() {
        // Given
        stage.play(
                "2026-03-02 buddies role.assigned R1 role=COACH party=buddies person=jan from=03-02",
                "2026-03-03 buddies role.assigned R2 role=COACH party=buddies person=an from=03-03");

        // When
        stage.play("2026-03-04 buddies role.assigned R1 v2 WITHDRAWAL");
        String afterFirst = coach();
        Decision decision = stage.play("2026-03-05 buddies role.assigned R2 v2 WITHDRAWAL");

        // Then
        assertThat(afterFirst).isEqualTo("buddies/an");
        assertThat(coach()).isEqualTo("buddies/ria");
        assertThat(Stage.told(decision)).contains("-FIRST-CONTACT");
    }

    @Test
    void anOpenersRolesGoWithItButThoseOfOthersStay() {
        // Given
        Stage opened = Stage.withoutCase(CAST);
        opened.play(
                "2026-03-02 vdab referral.requested V1 kind=JOB_COACHING @role=UMBRELLA/buddies",
                "2026-03-03 vdab role.assigned R1 role=WELFARE party=ocmw from=03-03");

        // When
        opened.play("2026-03-04 vdab referral.requested V1 v2 WITHDRAWAL");

        // Then
        assertThat(opened.now().roles()).extracting(RoleHolder::role).containsExactly(Role.WELFARE);
        assertThat(opened.now().steps()).isEmpty();
    }

    @Test
    void anEndedRoleIsHeldAgainAndItsStepsComeBack() {
        // Given
        stage.play(STARTED, "2026-03-03 ocmw role.ended R1 role=WELFARE party=ocmw until=03-03");
        assertThat(stage.now().steps()).extracting(OpenStep::code).doesNotContain("REVIEW-BENEFIT");

        // When
        Decision decision = stage.play("2026-03-04 ocmw role.ended R1 v2 WITHDRAWAL");

        // Then
        assertThat(stage.now().holder(Role.WELFARE)).isPresent();
        assertThat(Stage.told(decision)).contains("WELFARE! employment-start-benefit REVIEW-BENEFIT @03-12");
    }

    @Test
    void coachingIsWhatTheStandingLinesGive() {
        // Given
        stage.play(
                "2026-03-02 buddies coaching.applied C1",
                "2026-03-03 buddies coaching.started K1 startDate=03-03",
                "2026-03-04 buddies coaching.ended K1 endDate=03-04");

        // When
        stage.play("2026-03-05 buddies coaching.ended K1 v2 WITHDRAWAL");
        Coaching running = stage.now().coaching();
        stage.play("2026-03-06 buddies coaching.started K1 v2 WITHDRAWAL");

        // Then
        assertThat(running).isEqualTo(Coaching.RUNNING);
        assertThat(stage.now().coaching()).isEqualTo(Coaching.ASKED);
        assertThat(stage.now().phase()).isEqualTo(Phase.ORIENTATION);
    }

    @Test
    void whatIsOpenAboutAnEmploymentThatNeverWasCloses() {
        // Given
        stage.play(STARTED + "plannedEnd=08-31", "2026-08-01 hub clock planned-end-minus-30-days E1");
        assertThat(stage.now().steps()).extracting(OpenStep::code).contains("ASK-EXTENSION");

        // When
        stage.play("2026-08-03 suwinet employment.started E1 v2 WITHDRAWAL");

        // Then
        assertThat(stage.now().steps()).isEmpty();
        assertThat(stage.now().timers().running()).isEmpty();
    }

    @Test
    void aHigherVersionAfterwardsIsANewOriginal() {
        // Given
        stage.play(STARTED);
        stage.deliver();
        stage.play(WITHDRAWN);

        // When
        Decision decision = stage.play("2026-03-04 suwinet employment.started E1 v3 employer=winkel startDate=03-16");

        // Then
        assertThat(Stage.told(decision))
                .containsExactlyInAnyOrder(
                        "COACH! employment-start-full FIRST-WEEK @03-23",
                        "WELFARE! employment-start-benefit REVIEW-BENEFIT @03-16",
                        "EMPLOYMENT_SERVICE employment-start-benefit");
        assertThat(stage.now().phase()).isEqualTo(Phase.EMPLOYED);
    }

    @Test
    void whatIsCorrectedAfterItWasToldAnewWeighsOnlyWhatWasToldSince() {
        // Given
        stage.play(STARTED);
        stage.deliver();
        stage.play(WITHDRAWN, "2026-03-04 suwinet employment.started E1 v3 employer=winkel startDate=03-16");
        stage.deliver();

        // When
        Decision decision = stage.play("2026-03-05 suwinet employment.started E1 v4 WITHDRAWAL");

        // Then
        assertThat(Stage.told(decision))
                .filteredOn(line -> line.contains("withdrawn"))
                .hasSize(3);
    }

    @Test
    void anOlderVersionAfterwardsIsSuperseded() {
        // Given
        stage.play(STARTED, "2026-03-03 suwinet employment.started E1 v3 WITHDRAWAL");

        // When
        Decision decision = stage.play(STARTED + "v2 @digest=late");

        // Then
        assertThat(decision.outcome()).isEqualTo(new Outcome.Routed(Optional.of("SUPERSEDED")));
        assertThat(stage.now().phase()).isEqualTo(Phase.ORIENTATION);
    }

    @Test
    void whatEndsAWithdrawnEmploymentWaits() {
        // Given
        stage.play(STARTED, WITHDRAWN);

        // When
        Decision decision = stage.play("2026-03-04 suwinet employment.ended E1 actualEnd=03-03");

        // Then
        assertThat(decision.outcome())
                .isEqualTo(new Outcome.Held("NO_ORIGINAL", Instant.parse("2026-03-10T23:00:00Z")));
    }

    @Test
    void whatWasWithdrawnBeforeItCameIsWithdrawnAtOnce() {
        // Given
        stage.play(WITHDRAWN);

        // When
        Decision original = stage.play(STARTED);
        Decision withdrawal = stage.decide(original.released().getFirst(), "2026-03-03");

        // Then
        assertThat(original.outcome()).isEqualTo(new Outcome.Withdrawn());
        assertThat(original.notices()).isEmpty();
        assertThat(withdrawal.outcome()).isEqualTo(new Outcome.Routed(Optional.empty()));
        assertThat(stage.now().phase()).isEqualTo(Phase.ORIENTATION);
        assertThat(stage.now().waiting().isEmpty()).isTrue();
    }

    @Test
    void whatIsToldAnewAfterAnEarlyWithdrawalCounts() {
        // Given
        stage.play(WITHDRAWN);

        // When
        Decision decision = stage.play("2026-03-04 suwinet employment.started E1 v3 employer=winkel startDate=03-16");

        // Then
        assertThat(decision.outcome()).isEqualTo(new Outcome.Routed(Optional.empty()));
        assertThat(decision.notices()).isNotEmpty();
    }

    @Test
    void anIncompleteCorrectionIsAppliedOnceItsOriginalIsThere() {
        // Given
        stage.play("2026-03-02 suwinet employment.started E1 v2 CORRECTION partial hoursPerWeek=24");

        // When
        Decision original = stage.play(STARTED + "hoursPerWeek=20");
        Decision correction = stage.decide(original.released().getFirst(), "2026-03-03");

        // Then
        assertThat(Stage.told(correction)).contains("COACH! employment-start-full FIRST-WEEK @03-16 (C)");
        assertThat(stage.now().objects().values().iterator().next().content().decimal("hoursPerWeek"))
                .contains(new java.math.BigDecimal("24"));
    }

    @Test
    void aSecondWithdrawalHasNoEffect() {
        // Given
        stage.play(STARTED, WITHDRAWN);

        // When
        Decision decision = stage.play("2026-03-04 suwinet employment.started E1 v3 WITHDRAWAL");

        // Then
        assertThat(decision.outcome()).isEqualTo(new Outcome.Routed(Optional.of("SUPERSEDED")));
        assertThat(decision.notices()).isEmpty();
    }

    @Test
    void anAbsenceFromAWithdrawnEndIsOpenAgainWhenReopened() {
        // Given
        Stage uwv = Stage.of("ruleset netherlands-uwv REFERRER+COMMISSIONER=uwv/ad EMPLOYMENT_SERVICE=uwv/zw "
                + "COACH_ORGANISATION=steunpunt COACH=steunpunt/mo known=winkel");
        uwv.play(
                "2026-01-12 winkel employment.started E1 employer=winkel startDate=01-12",
                "2026-02-02 winkel absence.reported X1 kind=SICK employmentKey=E1 firstDay=02-02",
                "2026-02-09 winkel absence.resumed X1 resumedOn=02-09 extent=FULL");
        uwv.deliver();

        // When
        Decision decision = uwv.play("2026-02-10 winkel absence.resumed X1 v2 REOPENING");

        // Then
        assertThat(Stage.told(decision))
                .containsExactlyInAnyOrder(
                        "EMPLOYMENT_SERVICE withdrawn (R)",
                        "COACH withdrawn (R)",
                        "COACH! absence-fact CONTACT-PERSON @02-12",
                        "+CONTACT-PERSON");
        assertThat(Stage.notice(decision, "withdrawn").data().text("action")).contains("REOPENING");
    }

    @Test
    void anEmploymentThatEndedButRunsOnIsOpenAgain() {
        // Given
        stage.play(STARTED, "2026-03-20 suwinet employment.ended E1 actualEnd=03-19");

        // When
        stage.play("2026-03-23 suwinet employment.ended E1 v2 REOPENING");

        // Then
        assertThat(stage.now().phase()).isEqualTo(Phase.EMPLOYED);
        assertThat(stage.now().objects().values().iterator().next().content().has("actualEnd"))
                .isFalse();
    }

    @Test
    void aDecisionThatIsOpenAgainWaitsForItsAnswer() {
        // Given
        stage.play(
                "2026-03-02 vdab referral.requested V1 kind=JOB_COACHING",
                "2026-03-03 buddies referral.decided V1 decision=DECLINED");

        // When
        Decision decision = stage.play("2026-03-04 buddies referral.decided V1 v2 REOPENING");

        // Then
        assertThat(Stage.told(decision))
                .contains("UMBRELLA! referral-full DECIDE-REFERRAL @03-12", "-CHOOSE-OTHER", "+DECIDE-REFERRAL");
    }

    @Test
    void whatDoesNotEndCannotBeReopened() {
        // Given
        stage.play(STARTED);

        // When
        Decision decision = stage.play("2026-03-03 suwinet employment.started E1 v2 REOPENING");

        // Then
        assertThat(decision.outcome()).isEqualTo(new Outcome.Refused("NOT_REOPENABLE"));
    }

    private String coach() {
        return stage.now().holder(Role.COACH).orElseThrow().holder().toString();
    }
}
