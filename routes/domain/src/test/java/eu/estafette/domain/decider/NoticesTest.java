package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.cases.SentNotice;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.NoticeDraft;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.story.Stage;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who gets a notice, one each, and what it is cut from. */
class NoticesTest {

    private static final String EMPLOYED =
            "2026-03-02 suwinet employment.started E1 employer=winkel workplace=magazijn startDate=03-09 plannedEnd=08-31 hoursPerWeek=24 workAddress=somewhere";

    @Test
    void whoHoldsSeveralRolesHearsOnceInTheWidestView() {
        Stage stage = Stage.of("ruleset flanders REFERRER+EMPLOYMENT_SERVICE+COUNSELLOR=vdab COACH=buddies/ria");
        Decision decision = stage.play(EMPLOYED);

        assertThat(Stage.told(decision))
                .containsExactlyInAnyOrder(
                        "COACH! employment-start-full FIRST-WEEK @03-16", "COUNSELLOR employment-start-full");
    }

    @Test
    void whoMustActIsNotInformedBesides() {
        Stage stage = Stage.of("ruleset flanders WELFARE+REFERRER=ocmw COACH=buddies/ria");

        assertThat(Stage.told(stage.play(EMPLOYED)))
                .containsExactlyInAnyOrder(
                        "COACH! employment-start-full FIRST-WEEK @03-16",
                        "WELFARE! employment-start-benefit REVIEW-BENEFIT @03-12");
    }

    @Test
    void aNoticeSaysOfWhatItTellsAndIsRememberedUnderItsLine() {
        Stage stage = Stage.of("ruleset flanders REFERRER=vdab COACH=buddies/ria");
        NoticeDraft notice = Stage.notice(stage.play(EMPLOYED), "employment-start-full");

        assertThat(notice.sequence()).isEqualTo(1);
        assertThat(notice.source()).isEqualTo("event/employment.started");
        assertThat(notice.rule()).contains("E1");
        assertThat(notice.event().by()).isEqualTo("REGISTER");
        assertThat(notice.event().businessKey()).isEqualTo("E1");
        List<SentNotice> sent = stage.now().sent().values().iterator().next();
        assertThat(sent).extracting(SentNotice::sequence).containsExactly(1, 2);
        assertThat(sent.getFirst().step()).contains("FIRST-WEEK");
        assertThat(stage.step("FIRST-WEEK").notice()).contains(1);
    }

    @Test
    void whatAnEventLeavesOutComesFromItsObject() {
        Stage stage = Stage.of("ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab COACH=buddies/ria");
        stage.play(EMPLOYED);
        NoticeDraft notice = Stage.notice(
                stage.play("2026-04-01 vdab employment.changed E1 hoursPerWeek=32"), "employment-change-full");

        assertThat(notice.data().date("startDate")).isPresent();
        assertThat(notice.data().decimal("hoursPerWeek")).contains(new java.math.BigDecimal("32"));
    }

    @Test
    void aCoachWhoComesLateGetsTheCaseInBrief() {
        Stage stage = Stage.of(
                "ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab COACH_ORGANISATION=brugwerk SPECIALIST=schuldhulp");
        stage.play("2026-03-02 vdab referral.requested V1 kind=JOB_COACHING hours=10", EMPLOYED);
        NoticeDraft brief = Stage.notice(
                stage.play(
                        "2026-03-03 brugwerk role.assigned R1 role=COACH party=brugwerk person=an coachKind=PROFESSIONAL from=03-03"),
                "case-brief");

        assertThat(brief.source()).isEqualTo("document/case");
        assertThat(brief.data().text("phase")).contains("EMPLOYED");
        assertThat(brief.data().list("roles"))
                .extracting(role -> ((Fields) role).text("role").orElseThrow())
                .containsExactly("REFERRER", "EMPLOYMENT_SERVICE", "COACH_ORGANISATION", "COACH");
        assertThat(brief.data().list("employments"))
                .singleElement()
                .satisfies(job -> assertThat(((Fields) job).text("businessKey")).contains("E1"));
        assertThat(brief.data().nested("referral").flatMap(referral -> referral.decimal("hours")))
                .isPresent();
        assertThat(brief.data().list("dates")).singleElement().satisfies(dates -> assertThat(
                        ((Fields) dates).date("plannedEnd"))
                .isPresent());
    }

    @Test
    void whatNeedsConsentGoesInANarrowerViewOrWaits() {
        Stage stage = Stage.of("ruleset flanders REFERRER=vdab COUNSELLOR=inslag COACH=buddies/ria known=winkel");
        stage.play(EMPLOYED);
        Decision toEmployer =
                stage.play("2026-03-03 vdab role.assigned R1 role=COACH party=buddies person=jan from=03-03");
        Decision signal = stage.play("2026-03-04 buddies signal.raised G1 kind=CONFLICT formulation=txt");

        assertThat(toEmployer.notices())
                .as("no notice tells the employer that there is a coach")
                .noneMatch(notice -> notice.recipient().party().value().equals("winkel"));
        assertThat(toEmployer.outcome()).isInstanceOf(Outcome.Held.class);
        assertThat(Stage.told(signal)).contains("COUNSELLOR! signal-fact ANSWER-SIGNAL @03-09");
    }

    @Test
    void aSpecialistsStepWaitsWholeForConsent() {
        Stage stage = Stage.of("ruleset flanders REFERRER=vdab SPECIALIST=schuldhulp");
        Decision decision = stage.play("2026-03-02 vdab referral.requested V1 kind=SPECIALIST_HELP");

        assertThat(decision.notices()).isEmpty();
        assertThat(decision.outcome()).isInstanceOf(Outcome.Held.class);
        assertThat(stage.step("DECIDE-REFERRAL").due()).isEmpty();
        assertThat(stage.step("DECIDE-REFERRAL").holder()).hasToString("schuldhulp");
    }

    @Test
    void anUnownedStepHasNoDateAndNoNotice() {
        Stage stage = Stage.of("ruleset flanders REFERRER=vdab");
        Decision decision = stage.play("2026-03-02 vdab referral.requested V1 kind=JOB_COACHING");

        assertThat(decision.notices()).isEmpty();
        assertThat(stage.step("DECIDE-REFERRAL").isUnowned()).isTrue();
        assertThat(stage.step("DECIDE-REFERRAL").due()).isEmpty();
        assertThat(stage.step("DECIDE-REFERRAL").notice()).isEmpty();
    }

    @Test
    void equalArgumentsGiveEqualDecisions() {
        String cast = "ruleset flanders REFERRER+EMPLOYMENT_SERVICE=vdab WELFARE=ocmw COACH=buddies/ria known=winkel";
        Stage one = Stage.of(cast);
        Stage other = Stage.of(cast);

        assertThat(one.play(EMPLOYED)).isEqualTo(other.play(EMPLOYED));
        assertThat(one.play("2026-03-03 vdab role.assigned R1 role=COACH party=buddies person=jan from=03-03"))
                .isEqualTo(
                        other.play("2026-03-03 vdab role.assigned R1 role=COACH party=buddies person=jan from=03-03"));
    }
}
