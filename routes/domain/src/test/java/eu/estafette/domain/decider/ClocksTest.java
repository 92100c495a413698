package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.story.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Clocks start and stop by rows, and ring once (domain section 7). */
class ClocksTest {

    private static final ObjectKey JOB = new ObjectKey("employment", "E1");
    private static final ObjectKey GRANT = new ObjectKey("application", "K1");
    private static final String STARTED = "2026-03-02 buddies employment.started E1 employer=winkel startDate=03-02 ";

    private final Stage stage = Stage.of("ruleset flanders REFERRER=vdab UMBRELLA=buddies COACH=buddies/ria");
    private final Stage dutch = Stage.of(
            "ruleset netherlands-uwv REFERRER+COMMISSIONER=uwv/ad COACH_ORGANISATION=steunpunt COACH=steunpunt/mo");

    @Test
    void aJobStartsTheClocksOfItsDates() {
        Decision decision = stage.play(STARTED + "plannedEnd=2026-08-31");

        assertThat(stage.clocks("planned-end-minus-30-days")).isEqualTo(Map.of(JOB, LocalDate.of(2026, 8, 1)));
        assertThat(stage.clocks("planned-end-passed")).isEqualTo(Map.of(JOB, LocalDate.of(2026, 9, 7)));
        assertThat(stage.clocks("follow-up-3-months")).isEqualTo(Map.of(JOB, LocalDate.of(2026, 6, 2)));
        assertThat(stage.clocks("follow-up-6-months")).isEqualTo(Map.of(JOB, LocalDate.of(2026, 9, 2)));
        assertThat(decision.clocks().started()).hasSize(4);
        assertThat(new Due().next(decision.after().orElseThrow()))
                .as("the step FIRST-WEEK, due on 9 March, is overdue the day after, at midnight in Brussels")
                .contains(Instant.parse("2026-03-09T23:00:00Z"));
    }

    @Test
    void aChangeSetsTheClocksAnew() {
        stage.play(STARTED + "plannedEnd=2026-08-31");
        Decision decision = stage.play("2026-03-09 buddies employment.changed E1 plannedEnd=2026-09-30");

        assertThat(stage.clocks("planned-end-minus-30-days")).containsValue(LocalDate.of(2026, 8, 31));
        assertThat(decision.clocks().started()).hasSize(2);
        assertThat(decision.clocks().stopped()).hasSize(2);
    }

    @Test
    void aDateThatHasRungDoesNotRingAgain() {
        stage.play(STARTED + "plannedEnd=2026-05-29");
        stage.play("2026-04-29 hub clock planned-end-minus-30-days E1");
        stage.play("2026-05-04 buddies employment.changed E1 hoursPerWeek=20");

        assertThat(stage.clocks("planned-end-minus-30-days")).isEmpty();
        assertThat(stage.play("2026-05-04 hub clock.rang again clock=planned-end-minus-30-days date=04-29")
                        .outcome())
                .as("nothing runs for the case itself")
                .isEqualTo(new Outcome.Routed(Optional.of("CLOCK_STOPPED")));
    }

    @Test
    void theSameRingTwiceIsADuplicate() {
        stage.play(STARTED + "plannedEnd=2026-05-29");
        stage.play("2026-04-29 hub clock planned-end-minus-30-days E1");
        Decision again = stage.play("2026-04-29 hub clock planned-end-minus-30-days E1");

        assertThat(again.outcome()).isEqualTo(new Outcome.Duplicate());
        assertThat(again.notices()).isEmpty();
    }

    @Test
    void aNewDateOfAClockThatRangRingsAgain() {
        stage.play(STARTED + "plannedEnd=2026-05-29");
        stage.play("2026-04-29 hub clock planned-end-minus-30-days E1");
        stage.play("2026-05-04 buddies employment.changed E1 plannedEnd=2026-07-31");

        assertThat(stage.clocks("planned-end-minus-30-days")).containsValue(LocalDate.of(2026, 7, 1));
    }

    @Test
    void aWarningThatComesLateRingsAtOnceWhileWhatItWarnsOfIsAhead() {
        stage.play(STARTED + "plannedEnd=2026-03-20");

        assertThat(stage.clocks("planned-end-minus-30-days")).containsValue(LocalDate.of(2026, 2, 18));
        List<Decision> rung = stage.passTo("2026-03-03");
        assertThat(rung).hasSize(1);
        assertThat(rung.getFirst().rules()).contains("L2");
    }

    @Test
    void aWarningOfWhatIsOverNeverRings() {
        stage.play(
                "2026-03-02 buddies employment.started E1 employer=winkel startDate=2025-08-01 plannedEnd=2026-02-20");

        assertThat(stage.now().timers().running())
                .as("follow-up and warning are past; only whether it ended is asked")
                .singleElement()
                .satisfies(clock -> assertThat(clock.name()).isEqualTo("planned-end-passed"));
    }

    @Test
    void theEndOfAJobStopsItsClocksAndLeavesThoseOfTheOther() {
        stage.play(STARTED + "plannedEnd=2026-08-31");
        stage.play("2026-03-02 buddies employment.started E2 employer=bakker startDate=03-02");
        stage.play("2026-03-30 buddies employment.ended E1 actualEnd=03-27");

        assertThat(stage.now().timers().running())
                .allSatisfy(clock -> assertThat(clock.object().key()).isEqualTo("E2"))
                .hasSize(2);
    }

    @Test
    void aDecisionStopsTheClockOfTheQuestion() {
        stage.play("2026-03-02 vdab referral.requested V1 kind=JOB_COACHING decideBefore=03-16");
        assertThat(stage.clocks("referral-decide-before")).containsValue(LocalDate.of(2026, 3, 14));
        stage.play("2026-03-03 buddies referral.decided V1 decision=ACCEPTED");

        assertThat(stage.clocks("referral-decide-before")).isEmpty();
    }

    @Test
    void reportsAreAskedHalfYearlyFromTheFirstDateThatIsNotPast() {
        dutch.play("2026-03-02 uwv coaching.decided K1 decision=GRANTED periodStart=2025-08-31 periodEnd=2027-08-31");
        assertThat(dutch.clocks("report-half-yearly"))
                .as("the last of February, then again the last of August")
                .isEqualTo(Map.of(GRANT, LocalDate.of(2026, 8, 31)));

        dutch.play("2026-03-03 steunpunt coaching.started C1 startDate=03-03");
        dutch.passTo("2026-09-01");
        assertThat(dutch.clocks("report-half-yearly")).containsValue(LocalDate.of(2027, 2, 28));

        dutch.play("2026-10-01 steunpunt coaching.ended C1 endDate=10-01");
        assertThat(dutch.clocks("report-half-yearly")).isEmpty();
    }

    @Test
    void aLaterGrantStartsTheReportsAnew() {
        dutch.play("2026-01-05 uwv coaching.decided K1 decision=GRANTED periodStart=2026-01-01");
        dutch.play("2026-04-01 uwv coaching.decided K2 decision=GRANTED periodStart=2026-04-01");

        assertThat(dutch.clocks("report-half-yearly"))
                .isEqualTo(Map.of(new ObjectKey("application", "K2"), LocalDate.of(2026, 10, 1)));
    }

    @Test
    void threeYearsCountFromTheFirstGrantThatNamesTheJob() {
        dutch.play("2026-01-05 steunpunt employment.started E1 employer=winkel startDate=01-05");
        dutch.play("2026-01-06 uwv coaching.decided K1 decision=GRANTED periodStart=2026-01-01 employmentKey=E1");
        dutch.play("2026-07-06 uwv coaching.decided K2 decision=GRANTED periodStart=2026-07-01 employmentKey=E1");

        assertThat(dutch.clocks("coaching-max-3-years")).isEqualTo(Map.of(JOB, LocalDate.of(2028, 10, 3)));
    }

    @Test
    void aRowStopsAClockWhateverItRunsFor() {
        Stage single = Stage.of("ruleset flanders-single-coach REFERRER+COUNSELLOR=vdab COACH=buurtwerk/els");
        single.play(
                "2026-01-05 buurtwerk placement.started W1 kind=WORK_EXPERIENCE host=buurtwerk startDate=2025-03-01");
        single.play("2026-03-02 buurtwerk placement.ended W1 actualEnd=2026-02-28 outcome=COMPLETED");
        assertThat(single.clocks("hand-back-6-months")).containsValue(LocalDate.of(2026, 8, 28));

        single.play("2026-04-01 buurtwerk employment.started E1 employer=winkel startDate=04-01");
        assertThat(single.clocks("hand-back-6-months")).isEmpty();
    }

    @Test
    void theSameIsDueUntilItIsDecided() {
        stage.play(STARTED + "plannedEnd=2026-08-31");
        Due due = new Due();
        Instant midnight = Instant.parse("2026-07-31T22:00:00Z");

        assertThat(due.events(stage.now(), midnight))
                .isEqualTo(due.events(stage.now(), midnight))
                .extracting(event -> event.type().shortName() + " " + event.businessKey())
                .containsExactly(
                        "step.overdue FIRST-WEEK|employment|E1|2026-03-09",
                        "clock.rang clock|follow-up-3-months|employment|E1|2026-06-02",
                        "clock.rang clock|planned-end-minus-30-days|employment|E1|2026-08-01");
        assertThat(due.events(stage.now(), midnight.minusMillis(1))).hasSize(2);
    }
}
