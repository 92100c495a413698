package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.cases.HeldNotice;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.HoldChange;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.decision.Recall;
import eu.estafette.domain.event.Code;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.story.Answer;
import eu.estafette.domain.story.Stage;
import eu.estafette.domain.view.Category;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What may leave only with consent (domain section 5). */
class ConsentTest {

    private static final String SIGNAL = "2026-03-02 buddies signal.raised G1 kind=CONFLICT formulation=txt";
    private static final String GIVEN = "2026-03-03 buddies consent.given T1 by=SUBJECT form=ORAL givenOn=2026-03-03 ";
    private static final String WITHDRAWN = "2026-03-09 buddies consent.withdrawn T2 by=SUBJECT withdrawnOn=03-09 ";

    private final Stage stage =
            Stage.of("ruleset flanders REFERRER=vdab COUNSELLOR=inslag COACH=buddies/ria known=winkel");
    private final Stage help = Stage.of("ruleset flanders REFERRER=vdab SPECIALIST=schuldhulp COACH=buddies/ria");

    @Test
    void theNarrowViewGoesNowAndTheWideOneWaitsForAMonth() {
        Decision decision = stage.play(SIGNAL);

        assertThat(Stage.told(decision))
                .containsExactlyInAnyOrder(
                        "COUNSELLOR! signal-fact ANSWER-SIGNAL @03-09", "held COUNSELLOR signal-full SC", "=HELD");
        HeldNotice held = stage.now().waiting().notices().getFirst();
        assertThat(held.role()).isEqualTo(Role.COUNSELLOR);
        assertThat(held.scope()).containsExactly(Category.SIGNAL_CONTENT);
        assertThat(decision.outcome())
                .isEqualTo(new Outcome.Held("CONSENT", Instant.parse("2026-03-31T22:00:00Z")))
                .extracting("until")
                .isEqualTo(held.until());
    }

    @Test
    void consentReleasesWhatItCovers() {
        stage.play(SIGNAL);

        assertThat(Stage.told(stage.play(GIVEN + "scope=SC to=REFERRER"))).isEmpty();
        Decision decision =
                stage.play("2026-03-04" + GIVEN.substring(10).replace("T1", "T9") + "scope=SC to=COUNSELLOR");

        assertThat(Stage.told(decision))
                .containsExactlyInAnyOrder("COUNSELLOR signal-full", "released COUNSELLOR signal-full");
        assertThat(Stage.notice(decision, "signal-full").event().businessKey())
                .as("it tells of what waited")
                .isEqualTo("G1");
        assertThat(stage.step("ANSWER-SIGNAL").due()).contains(LocalDate.of(2026, 3, 9));
        assertThat(stage.now().waiting().isEmpty()).isTrue();
    }

    @Test
    void withConsentTheWideViewGoesAtOnce() {
        stage.play(GIVEN + "scope=SC to=COUNSELLOR", "2026-03-04" + SIGNAL.substring(10));

        assertThat(stage.now().waiting().isEmpty()).isTrue();
        assertThat(stage.now().sent().values().stream().flatMap(List::stream))
                .extracting(sent -> sent.view())
                .contains("signal-full");
    }

    @Test
    void aStepThatMayNotBeShownAtAllWaitsWithoutADueDate() {
        Decision asked = help.play("2026-03-02 vdab referral.requested V1 kind=SPECIALIST_HELP");

        assertThat(Stage.told(asked)).containsExactlyInAnyOrder("held SPECIALIST referral-help CO ID RE", "=HELD");
        assertThat(help.step("DECIDE-REFERRAL").due()).isEmpty();
        assertThat(help.passTo("2026-03-31")).isEmpty();

        Decision decision = help.play(
                "2026-03-31 buddies consent.given T1 by=SUBJECT form=WRITTEN givenOn=03-31 scope=RE to=SPECIALIST");
        assertThat(Stage.told(decision)).as("the contact is not covered yet").isEmpty();
    }

    @Test
    void termsCountFromTheConsent() {
        Stage dutch = Stage.of("ruleset flanders REFERRER=vdab COACH=buddies/ria SPECIALIST=schuldhulp");
        dutch.play("2026-03-02 vdab referral.requested V1 kind=SPECIALIST_HELP");
        Decision decision = dutch.play(
                "2026-03-16 buddies consent.given T1 by=SUBJECT form=ORAL givenOn=03-16 scope=RE,CO to=SPECIALIST");

        assertThat(Stage.told(decision))
                .containsExactlyInAnyOrder(
                        "SPECIALIST! referral-help DECIDE-REFERRAL @03-26", "released SPECIALIST referral-help");
    }

    @Test
    void eachStepWaitsForItselfAlsoWhereOneEventMakesSeveralWait() {
        help.play(
                "2026-03-02 vdab referral.requested V1 kind=SPECIALIST_HELP",
                "2026-03-03 vdab referral.requested V2 kind=SPECIALIST_HELP");
        Decision decision = help.play("2026-03-04 vdab role.assigned R1 role=SPECIALIST party=huisvesting from=03-04");

        assertThat(Stage.told(decision))
                .filteredOn(told -> told.startsWith("held "))
                .hasSize(2);
        assertThat(help.now().waiting().notices())
                .extracting(held -> held.object().key())
                .containsExactlyInAnyOrder("V1", "V2");
    }

    @Test
    void aStepThatIsOpenAgainWaitsAgain() {
        help.play(
                "2026-03-02 vdab referral.requested V1 kind=SPECIALIST_HELP",
                "2026-03-03 vdab referral.decided V1 decision=DECLINED");
        Decision decision = help.play("2026-03-04 vdab referral.decided V1 v2 WITHDRAWAL");

        assertThat(Stage.told(decision)).contains("+DECIDE-REFERRAL", "held SPECIALIST referral-help CO ID RE");
        assertThat(help.now().waiting().notices()).hasSize(1);
    }

    @Test
    void aHoldThatIsOverExpiresAndTheStepThatWaitedStandsOnTheDesk() {
        help.play("2026-03-02 vdab referral.requested V1 kind=SPECIALIST_HELP");
        List<Decision> passed = help.passTo("2026-04-02");

        assertThat(passed).hasSize(1);
        assertThat(Stage.told(passed.getFirst()))
                .containsExactlyInAnyOrder("expired SPECIALIST referral-help", "*DECIDE-REFERRAL");
        assertThat(passed.getFirst().holds())
                .extracting(HoldChange::reason)
                .allMatch(reason -> reason.filter("HOLD_OVER"::equals).isPresent());
        assertThat(help.now().steps()).isEmpty();
    }

    @Test
    void aRefusalExpiresWhatWaitsForItAndNothingElse() {
        stage.play(SIGNAL);

        assertThat(Stage.told(stage.play(WITHDRAWN + "scope=SC to=REFERRER"))).isEmpty();
        Decision decision = stage.play(WITHDRAWN.replace("T2", "T3") + "scope=SC to=COUNSELLOR");

        assertThat(Stage.told(decision)).containsExactly("expired COUNSELLOR signal-full");
        assertThat(decision.holds().getFirst().reason()).contains("CONSENT_REFUSED");
        assertThat(stage.step("ANSWER-SIGNAL").due()).as("what was asked stays").isPresent();
    }

    @Test
    void whoGotSomethingUnderConsentHearsThatItEndedAndWhatIsOnItsWayIsAskedBack() {
        stage.play(GIVEN + "scope=SC to=COUNSELLOR", "2026-03-04" + SIGNAL.substring(10));
        stage.deliver();
        Decision delivered = stage.play(WITHDRAWN + "scope=SC to=COUNSELLOR");

        assertThat(Stage.told(delivered)).containsExactly("COUNSELLOR consent-fact");
        assertThat(Stage.told(stage.play("2026-03-10 buddies signal.raised G2 kind=CONFLICT formulation=txt")))
                .as("nothing more leaves under it")
                .contains("held COUNSELLOR signal-full SC");
    }

    @Test
    void aRecallCountsOnlyOnItsReceipt() {
        stage.play(GIVEN + "scope=SC to=COUNSELLOR", "2026-03-04" + SIGNAL.substring(10));
        int notice = stage.step("ANSWER-SIGNAL").notice().orElseThrow();
        Decision decision = stage.play(WITHDRAWN + "scope=SC to=COUNSELLOR");

        assertThat(decision.recalls()).containsExactly(new Recall(notice, new PartyId("inslag")));
        assertThat(Stage.told(decision))
                .as("the step goes on in what may be shown")
                .contains("COUNSELLOR! signal-fact ANSWER-SIGNAL @03-09");

        Decision late = stage.answer(new Answer("inslag", notice, "TRANSPORT", "DECLINED")
                .with("reason", new Code("ESTAFETTE", "TOO_LATE", java.util.Optional.empty())));
        assertThat(Stage.told(late)).containsExactly("COUNSELLOR consent-fact");
    }

    @Test
    void aNoticeThatWasCaughtWasNeverSent() {
        stage.play(GIVEN + "scope=SC to=COUNSELLOR", "2026-03-04" + SIGNAL.substring(10));
        int notice = stage.step("ANSWER-SIGNAL").notice().orElseThrow();
        stage.play(WITHDRAWN + "scope=SC to=COUNSELLOR");
        stage.answer(new Answer("inslag", notice, "TRANSPORT", "DECLINED").with("reason", Code.own("WITHDRAWN")));

        assertThat(stage.now().sent().values().stream().flatMap(List::stream))
                .noneMatch(sent -> sent.sequence() == notice);
    }

    @Test
    void whatAnEmployerConfidesNeedsTheEmployersConsent() {
        Stage confided =
                Stage.of("ruleset flanders REFERRER=vdab COACH_ORGANISATION=brugwerk COACH=buddies/ria known=winkel");
        confided.play("2026-03-02 buddies employment.started E1 employer=winkel startDate=03-02");
        confided.play(GIVEN + "scope=SC to=COACH_ORGANISATION");
        confided.play("2026-03-04 winkel signal.raised G1 kind=CONFLICT employmentKey=E1 formulation=txt");
        Decision declined = confided.play("2026-03-05 buddies answer CLARIFY DECLINED reason=NO_CAPACITY");
        assertThat(Stage.told(declined))
                .contains("COACH_ORGANISATION! signal-fact CLARIFY @03-09", "held COACH_ORGANISATION signal-full SC");

        Decision given = confided.play(
                "2026-03-06 winkel consent.given T2 by=EMPLOYER form=ORAL givenOn=03-06 scope=SC to=COACH_ORGANISATION");
        assertThat(Stage.told(given)).contains("COACH_ORGANISATION signal-full");
    }

    @Test
    void aConsentHoldsForAYearAndIsAskedForAgainInTime() {
        stage.play(GIVEN + "scope=SC to=COUNSELLOR");

        assertThat(stage.clocks("consent-expiry")).containsValue(LocalDate.of(2027, 2, 17));
        assertThat(stage.passTo("2027-02-17").getLast().rules()).contains("L5");
        assertThat(stage.now()
                        .consents()
                        .allow(
                                eu.estafette.domain.cases.Consent.By.SUBJECT,
                                Category.SIGNAL_CONTENT,
                                Role.COUNSELLOR,
                                LocalDate.of(2027, 3, 4)))
                .isFalse();

        stage.play("2027-02-18 buddies consent.withdrawn T5 by=SUBJECT withdrawnOn=02-18 scope=SC to=COUNSELLOR");
        assertThat(stage.clocks("consent-expiry")).isEmpty();
    }

    @Test
    void anEmployerIsNotToldUnaskedThatThereIsACoach() {
        stage.play("2026-03-02 buddies employment.started E1 employer=winkel startDate=03-02");
        Decision decision =
                stage.play("2026-03-03 vdab role.assigned R1 role=COACH party=buddies person=jan from=03-03");

        assertThat(Stage.told(decision)).contains("held EMPLOYER role-card-employer RE");
        assertThat(decision.notices())
                .noneMatch(notice -> notice.recipient().party().value().equals("winkel"));
    }

    @Test
    void aConsentThatWasNeverGivenCoversNothing() {
        stage.play(GIVEN + "scope=SC to=COUNSELLOR", "2026-03-04" + SIGNAL.substring(10));
        stage.deliver();
        Decision decision = stage.play("2026-03-05 buddies consent.given T1 v2 WITHDRAWAL");

        assertThat(Stage.told(decision)).containsExactly("COUNSELLOR consent-fact (W)");
        assertThat(stage.now().consents().all()).isEmpty();
        assertThat(stage.clocks("consent-expiry")).isEmpty();
    }

    @Test
    void aCorrectedConsentCoversWhatItNowSays() {
        stage.play(GIVEN + "scope=SC to=REFERRER", "2026-03-04" + SIGNAL.substring(10));
        Decision decision =
                stage.play("2026-03-05 buddies consent.given T1 v2 CORRECTION by=SUBJECT form=ORAL givenOn=2026-03-03"
                        + " scope=SC to=COUNSELLOR");

        assertThat(Stage.told(decision))
                .containsExactlyInAnyOrder("COUNSELLOR signal-full", "released COUNSELLOR signal-full");
    }

    @Test
    void aConsentThatWasNeverWithdrawnGoesOn() {
        stage.play(GIVEN + "scope=SC to=COUNSELLOR", WITHDRAWN + "scope=SC to=COUNSELLOR");
        stage.play("2026-03-10 buddies consent.withdrawn T2 v2 WITHDRAWAL");
        Decision decision = stage.play("2026-03-11" + SIGNAL.substring(10));

        assertThat(Stage.told(decision)).containsExactly("COUNSELLOR! signal-full ANSWER-SIGNAL @03-16");
        assertThat(stage.clocks("consent-expiry")).hasSize(1);
    }
}
