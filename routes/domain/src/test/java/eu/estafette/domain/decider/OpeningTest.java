package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.domain.cases.Phase;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.decision.UndecidableException;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.story.Stage;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a case begins, and what waits for it. */
class OpeningTest {

    private static final String PARTIES =
            "ruleset netherlands-municipality REFERRER+COMMISSIONER+WELFARE=gemeente COACH_ORGANISATION+COACH=noord known=winkel";
    private static final String REFERRAL = "2026-03-02 gemeente referral.requested V1 kind=JOB_COACHING ";

    private final Stage stage = Stage.withoutCase(PARTIES);

    @Test
    void aReferralOpensACaseWithItsSenderAsReferrer() {
        Decision decision = stage.play(REFERRAL + "@role=COACH_ORGANISATION/noord");

        assertThat(Stage.told(decision)).containsExactly("COACH_ORGANISATION! referral-full DECIDE-REFERRAL @03-12");
        assertThat(stage.now().phase()).isEqualTo(Phase.ORIENTATION);
        assertThat(stage.now().ruleset()).isEqualTo("netherlands-municipality");
        assertThat(stage.now().holder(Role.REFERRER).orElseThrow().holder()).hasToString("gemeente");
        assertThat(decision.notices().getFirst().event().by()).isEqualTo("REFERRER");
    }

    @Test
    void theRulesetThatTheOpenerNamesCounts() {
        stage.play(REFERRAL + "@ruleset=flanders");

        assertThat(stage.now().ruleset()).isEqualTo("flanders");
    }

    @Test
    void anEmployerThatAsksForCoachingDoesNotBecomeReferrer() {
        stage.play("2026-03-02 winkel referral.requested V1 kind=JOB_COACHING @ruleset=employer-hired");

        assertThat(stage.now().holder(Role.REFERRER)).isEmpty();
        assertThat(stage.now().objects().values().iterator().next().asker())
                .map(asker -> asker.role())
                .contains(Role.EMPLOYER);
    }

    @Test
    void theCaseIdIsAVersion7UuidOfTheHubsTimeAndTheSameForTheSameEvent() {
        stage.play(REFERRAL);
        String id = stage.now().id().value();
        Stage again = Stage.withoutCase(PARTIES);
        again.play(REFERRAL);

        UUID uuid = UUID.fromString(id.substring(1));
        assertThat(id).startsWith("C");
        assertThat(uuid.version()).isEqualTo(7);
        assertThat(uuid.variant()).isEqualTo(2);
        assertThat(Instant.ofEpochMilli(uuid.getMostSignificantBits() >>> 16)).isEqualTo("2026-03-02T08:00:00Z");
        assertThat(again.now().id().value()).isEqualTo(id);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "role.assigned R1 role=WELFARE party=gemeente from=03-02",
                "coaching.decided A1 decision=GRANTED",
                "referral.requested V1 kind=TRAINING"
            })
    void openersOpenACase(String event) {
        stage.play("2026-03-02 gemeente " + event);

        assertThat(stage.hasCase()).isTrue();
    }

    @Test
    void anApplicationOpensACaseAndItsAnswerFindsTheWayBack() {
        stage.play("2026-03-02 noord coaching.applied A1 @role=COMMISSIONER/gemeente");
        Decision refused = stage.play("2026-03-09 gemeente coaching.decided A1 decision=REFUSED");

        assertThat(Stage.told(refused))
                .containsExactlyInAnyOrder("COACH! coaching-decision CHOOSE-OTHER @03-19", "-DECIDE-COACHING");
    }

    @Test
    void whatIsToldOfAnUnknownPersonIsHeldForAMonth() {
        Decision decision = stage.play("2026-03-02 winkel employment.started E1 employer=winkel startDate=03-02");

        assertThat(decision.outcome()).isEqualTo(new Outcome.Held("NO_CASE", Instant.parse("2026-03-31T22:00:00Z")));
        assertThat(decision.after()).isEmpty();
    }

    @Test
    void whatTheHubRaisesAboutNoCaseHasNoEffect() {
        Decision decision = stage.play("2026-03-02 hub clock.rang case-dormant clock=case-dormant date=03-02");

        assertThat(decision.outcome()).isEqualTo(new Outcome.Routed(Optional.of("NO_CASE")));
    }

    @Test
    void aPartyWithoutAFittingRoleIsHeldForAWeek() {
        stage.play(REFERRAL);
        Decision decision = stage.play("2026-03-03 noord employment.started E1 employer=winkel startDate=03-02");

        assertThat(decision.outcome()).isEqualTo(new Outcome.Held("NO_ROLE", Instant.parse("2026-03-09T23:00:00Z")));
        assertThat(stage.now().objects()).hasSize(1);
    }

    @Test
    void anEmployerMayTellOfTheVeryJobThatMakesItOne() {
        stage.play(REFERRAL);
        Decision decision = stage.play("2026-03-03 winkel employment.started E1 employer=winkel startDate=03-02");

        assertThat(decision.outcome()).isInstanceOf(Outcome.Routed.class);
        assertThat(stage.now().holder(Role.EMPLOYER)).isPresent();
    }

    @Test
    void openerRolesOnARunningCaseFillOnlyVacantOnes() {
        stage.play(REFERRAL + "@role=COACH_ORGANISATION/noord");
        stage.play("2026-03-03 gemeente referral.requested V2 kind=TRAINING @role=COACH_ORGANISATION/elders");
        stage.play("2026-03-03 gemeente referral.requested V3 kind=TRAINING @role=TRAINING/school");

        assertThat(stage.now().holder(Role.COACH_ORGANISATION).orElseThrow().holder())
                .hasToString("noord");
        assertThat(stage.now().holder(Role.TRAINING).orElseThrow().holder()).hasToString("school");
    }

    @Test
    void whoCommissionsMayChangeTheRulesetAndOthersMayNot() {
        stage.play(REFERRAL + "@role=COACH_ORGANISATION/noord");
        stage.play("2026-03-03 noord coaching.applied A1 @ruleset=flanders");
        assertThat(stage.now().ruleset()).isEqualTo("netherlands-municipality");

        stage.play("2026-03-03 gemeente referral.requested V2 kind=TRAINING @ruleset=netherlands-uwv");
        assertThat(stage.now().ruleset()).isEqualTo("netherlands-uwv");
    }

    @Test
    void aRulesetThatDoesNotExistCannotBeDecidedBy() {
        assertThatThrownBy(() -> stage.play(REFERRAL + "@ruleset=common"))
                .isInstanceOfSatisfying(
                        UndecidableException.class, e -> assertThat(e.code()).isEqualTo("UNKNOWN_RULESET"));
    }
}
