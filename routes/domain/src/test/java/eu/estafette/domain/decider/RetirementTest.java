package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.cases.Case;
import eu.estafette.domain.cases.OpenStep;
import eu.estafette.domain.cases.Phase;
import eu.estafette.domain.decision.Outcome;
import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.story.Stage;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** What ended goes 400 days later, and nothing else (design section 6, Store). */
class RetirementTest {

    private static final String CAST =
            "ruleset flanders REFERRER=vdab UMBRELLA=buddies COACH=buddies/ria known=winkel known=bakker";
    private static final String STARTED =
            "2026-03-02 buddies employment.started E1 employer=winkel startDate=2026-03-02";
    private static final String ENDED = "2026-03-20 buddies employment.ended E1 actualEnd=2026-03-20";
    private static final ObjectKey JOB = new ObjectKey("employment", "E1");

    private final Stage stage = Stage.of(CAST);
    private final Retirement retirement = new Retirement(stage.directory());

    @Test
    void whatEndedGoesAfterFourHundredDaysAndTheCaseStandsWhereItStood() {
        // Given a job that ended, and nothing left to do about it
        stage.play(STARTED, ENDED);
        settle();
        Case before = stage.now();
        LocalDate changed = Objects.requireNonNull(before.objects().get(JOB)).changedOn();

        // When
        assertThat(retirement.next(before)).isPresent();
        assertThat(new Due(stage.directory()).next(before)).isPresent();
        assertThat(retirement.retired(before, at(changed.plusDays(399)))).isSameAs(before);
        Case after = retirement.retired(before, at(changed.plusDays(400)));

        // Then
        assertThat(after.objects()).doesNotContainKey(JOB);
        assertThat(after.sent().keySet()).noneMatch(line -> line.businessKey().equals("E1"));
        assertThat(after.timers().rung()).noneMatch(clock -> clock.object().equals(JOB));
        assertThat(after.roles()).isEqualTo(before.roles());
        assertThat(after.coaching()).isEqualTo(before.coaching());
        assertThat(after.phase()).isEqualTo(before.phase());
    }

    @Test
    void anOpenJobStays() {
        stage.play(STARTED);
        settle();

        assertThat(retirement.retired(stage.now(), at(LocalDate.of(2030, 1, 1))).objects())
                .containsKey(JOB);
    }

    @Test
    void aStepThatIsOpenKeepsWhatItIsAbout() {
        stage.play(STARTED, ENDED);
        stage.deliver();
        assertThat(stage.now().steps()).anyMatch(step -> step.object().equals(JOB));

        assertThat(retirement.retired(stage.now(), at(LocalDate.of(2030, 1, 1))).objects())
                .containsKey(JOB);
    }

    @Test
    void whatIsOnItsWayToAReceiverKeepsWhatItTellsOf() {
        stage.play(STARTED, ENDED);
        closeSteps();
        assertThat(stage.now().steps()).isEmpty();

        assertThat(retirement.retired(stage.now(), at(LocalDate.of(2030, 1, 1))).objects())
                .containsKey(JOB);
    }

    @Test
    void whatOlderLinesWouldOverrideStays() {
        // Given coaching that ended under one key after it began under another, older one that still runs
        stage.play(
                "2026-03-02 buddies coaching.started C1 startDate=2026-03-02",
                "2026-03-03 buddies coaching.ended C2 endDate=2026-03-03");
        settle();
        Case before = stage.now();

        // When
        Case after = retirement.retired(before, at(LocalDate.of(2030, 1, 1)));

        // Then
        assertThat(after.coaching()).isEqualTo(before.coaching());
        assertThat(after.objects()).containsKey(new ObjectKey("coaching", "C2"));
    }

    @Test
    void theRestOfTheCaseGoesOn() {
        // Given
        stage.play(STARTED, ENDED);
        settle();
        Case after = retirement.retired(stage.now(), at(LocalDate.of(2027, 6, 1)));

        // When the next job starts
        stage.goOn(after);
        var decision = stage.play("2027-06-01 buddies employment.started E2 employer=bakker startDate=2027-06-01");

        // Then
        assertThat(decision.outcome()).isInstanceOf(Outcome.Routed.class);
        assertThat(stage.now().phase()).isEqualTo(Phase.EMPLOYED);
        assertThat(stage.now().holder(Role.EMPLOYER)).isPresent();
    }

    private void settle() {
        stage.deliver();
        closeSteps();
        stage.deliver();
    }

    private void closeSteps() {
        for (OpenStep step : stage.now().steps()) {
            stage.play("2026-03-21 " + step.holder().party() + " answer " + step.code() + " DONE");
        }
    }

    private static Instant at(LocalDate day) {
        return Days.start(day);
    }
}
