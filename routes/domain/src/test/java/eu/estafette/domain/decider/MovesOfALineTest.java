package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.story.Stage;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What was said before, comes late or comes early. */
class MovesOfALineTest {

    private static final String STARTED = "2026-03-02 buddies employment.started E1 employer=winkel startDate=03-02 ";

    private final Stage stage = Stage.of("ruleset flanders REFERRER=vdab COACH=buddies/ria");

    @Test
    void theSameMessageAgainIsADuplicate() {
        stage.play(STARTED + "@digest=a");
        Case before = stage.now();
        Decision decision = stage.play(STARTED + "@digest=a");

        assertThat(decision.outcome()).isEqualTo(new Outcome.Duplicate());
        assertThat(decision.notices()).isEmpty();
        assertThat(stage.now()).isSameAs(before);
    }

    @Test
    void otherContentUnderTheSameVersionIsRefused() {
        stage.play(STARTED + "@digest=a");
        Decision decision = stage.play(STARTED + "@digest=b");

        assertThat(decision.outcome()).isEqualTo(new Outcome.Refused("VERSION_REUSED"));
    }

    @Test
    void anOlderVersionIsStoredWithoutEffect() {
        stage.play(STARTED + "v3");
        Decision decision = stage.play(STARTED + "v2 @digest=late");

        assertThat(decision.outcome()).isEqualTo(new Outcome.Routed(Optional.of("SUPERSEDED")));
        assertThat(decision.notices()).isEmpty();
        assertThat(stage.play(STARTED + "v2 @digest=late").outcome()).isEqualTo(new Outcome.Duplicate());
    }

    @Test
    void aHigherVersionOfAChangeIsTheNextFactAndAddsToIt() {
        stage.play(STARTED + "hoursPerWeek=15");
        stage.play("2026-03-09 buddies employment.changed E1 hoursPerWeek=20");
        Decision decision = stage.play("2026-03-16 buddies employment.changed E1 v2 plannedEnd=06-30");

        assertThat(decision.outcome()).isEqualTo(new Outcome.Routed(Optional.empty()));
        assertThat(stage.now().objects().values().iterator().next().content().decimal("hoursPerWeek"))
                .contains(new java.math.BigDecimal("20"));
    }

    @Test
    void thatTheHoursChangedIsSaidOfOneMessageOnly() {
        Stage withWelfare = Stage.of("ruleset flanders REFERRER=vdab WELFARE=ocmw COACH=buddies/ria");
        withWelfare.play(STARTED);
        Decision changed =
                withWelfare.play("2026-03-09 buddies employment.changed E1 hoursPerWeek=20 hoursChanged=true");
        Decision next = withWelfare.play("2026-03-16 buddies employment.changed E1 v2 plannedEnd=06-30");

        assertThat(changed.rules()).contains("E4");
        assertThat(next.rules()).contains("E10").doesNotContain("E4");
        assertThat(Stage.notice(next, "employment-change-benefit").data().has("hoursChanged"))
                .isFalse();
    }

    @Test
    void whatNeedsAnOriginalWaitsForIt() {
        Decision decision = stage.play("2026-03-02 buddies employment.ended E9 actualEnd=02-27");

        assertThat(decision.outcome())
                .isEqualTo(new Outcome.Held("NO_ORIGINAL", Instant.parse("2026-03-08T23:00:00Z")));
    }

    @Test
    void aCorrectionThatTellsAllIsAsGoodAsWhatItCorrects() {
        Decision decision = stage.play(STARTED + "v2 CORRECTION");
        Decision late = stage.play(STARTED + "@digest=late");

        assertThat(decision.notices()).isNotEmpty();
        assertThat(late.outcome()).isEqualTo(new Outcome.Routed(Optional.of("SUPERSEDED")));
    }

    @Test
    void aCorrectionThatTellsOnlyAPartWaits() {
        assertThat(stage.play(STARTED + "v2 CORRECTION partial").outcome())
                .isEqualTo(new Outcome.Held("NO_ORIGINAL", Instant.parse("2026-03-08T23:00:00Z")));
    }

    @Test
    void aWithdrawalBeforeItsOriginalWaits() {
        assertThat(stage.play("2026-03-02 buddies employment.started E1 v2 WITHDRAWAL")
                        .outcome())
                .isEqualTo(new Outcome.Held("NO_ORIGINAL", Instant.parse("2026-03-08T23:00:00Z")));
    }

    @Test
    void anEndUnderAnotherKeyEndsTheOnlyOpenJobWithThatEmployer() {
        String ended = "2026-03-30 magda employment.ended D77 employer=winkel actualEnd=03-27 @digest=a";
        stage.play(STARTED);
        Decision decision = stage.play(ended);

        assertThat(Stage.told(decision)).contains("-FIRST-WEEK");
        assertThat(stage.play(ended).outcome())
                .as("the other key is remembered")
                .isEqualTo(new Outcome.Duplicate());
    }

    @Test
    void anEndOfOneOfTwoJobsWithAnEmployerDoesNotGuessWhich() {
        stage.play(STARTED, "2026-03-02 buddies employment.started E2 employer=winkel startDate=03-16");
        Decision decision = stage.play("2026-03-30 magda employment.ended D77 employer=winkel actualEnd=03-27");

        assertThat(decision.outcome()).isInstanceOf(Outcome.Held.class);
    }

    @Test
    void nobodyIsAssignedToBeEmployer() {
        assertThat(stage.play("2026-03-02 vdab role.assigned R1 role=EMPLOYER party=winkel from=03-02")
                        .outcome())
                .isEqualTo(new Outcome.Refused("ROLE_NOT_ASSIGNABLE"));
    }
}
