package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.decision.Decision;
import eu.estafette.domain.decision.NoticeDraft;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.story.Stage;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Appointments at times at which the person works (domain section 8). */
class CollisionTest {

    private static final String STARTED = "2026-03-02 winkel employment.started E1 employer=winkel startDate=03-09";
    private static final String ASKED = "ocmw appointment.changed A9 method=REQUEST start=03-09T10:00";

    private final Stage stage = Stage.of(
            "ruleset flanders REFERRER=vdab WELFARE=ocmw COACH=buddies/ria SPECIALIST=schuldhulp known=winkel");

    @ParameterizedTest
    @CsvSource({
        "2026-03-09T09:00:00Z, 2026-03-09T09:30:00Z, true, on a Monday morning at work",
        "2026-03-09T07:30:00Z, 2026-03-09T08:00:00Z, false, before work",
        "2026-03-09T07:30:00Z, 2026-03-09T08:00:01Z, true, into work",
        "2026-03-09T11:00:00Z, 2026-03-09T12:00:00Z, false, from when work ends",
        "2026-03-10T09:00:00Z, 2026-03-10T10:00:00Z, false, on a day off",
        "2026-02-23T09:00:00Z, 2026-02-23T10:00:00Z, false, before the job starts",
        "2026-04-13T08:00:00Z, 2026-04-13T09:00:00Z, false, after it is planned to end",
        "2026-03-30T08:00:00Z, 2026-03-30T08:30:00Z, true, in summer time as in winter time"
    })
    void aScheduleTellsWhenThePersonWorks(Instant start, Instant end, boolean meets, String when) {
        Fields slot = Fields.of("day", "MO").with("from", "09:00").with("to", "12:00");
        Fields work = Fields.of("startDate", LocalDate.of(2026, 3, 2))
                .with("plannedEnd", LocalDate.of(2026, 4, 10))
                .with("schedule", List.of(slot))
                .with("hoursPerWeek", BigDecimal.TEN);
        Fields appointment = Fields.of("method", "REQUEST").with("start", start).with("end", end);

        assertThat(WorkingTime.meets(work, appointment)).as(when).isEqualTo(meets);
        assertThat(WorkingTime.meets(work, appointment.with("method", "CANCEL")))
                .isFalse();
    }

    @Test
    void theMakerMovesAnAppointmentOnTheFirstDayWhicheverIsKnownFirst() {
        stage.play(STARTED);
        Decision after = stage.play("2026-03-03 " + ASKED);

        assertThat(Stage.told(after)).containsExactly("WELFARE! appointment-collision MOVE-APPOINTMENT @03-04");
    }

    @Test
    void theMakerHearsOfItsAppointmentOnly() {
        stage.play("2026-03-02 " + ASKED);
        Decision decision = stage.play(STARTED);
        NoticeDraft notice = Stage.notice(decision, "appointment-collision");

        assertThat(notice.role()).isEqualTo(Role.WELFARE);
        assertThat(notice.event().type()).isEqualTo(EventType.APPOINTMENT_CHANGED);
        assertThat(notice.event().businessKey()).isEqualTo("A9");
        assertThat(notice.event().by()).isEqualTo("WELFARE");
        assertThat(notice.data().names()).containsExactlyInAnyOrder("method", "start");
        assertThat(decision.notices())
                .as("the employer learns nothing")
                .noneMatch(told -> told.role() == Role.EMPLOYER);
    }

    @Test
    void theMakerIsNotAskedTwice() {
        stage.play("2026-03-02 " + ASKED, STARTED);
        Decision decision = stage.play("2026-03-03 winkel employment.changed E1 hoursPerWeek=20");

        assertThat(Stage.told(decision)).noneMatch(told -> told.contains("MOVE-APPOINTMENT"));
    }

    @Test
    void whatIsPastOrCancelledNeedsNoMove() {
        stage.play("2026-03-02 " + ASKED, "2026-03-03 ocmw appointment.changed A9 v2 method=CANCEL start=03-09T10:00");
        assertThat(Stage.told(stage.play(STARTED))).noneMatch(told -> told.contains("MOVE-APPOINTMENT"));

        stage.play("2026-03-02 ocmw appointment.changed A8 method=REQUEST start=02-16T10:00");
        assertThat(Stage.told(stage.play("2026-03-04 winkel employment.started E2 employer=winkel startDate=02-16")))
                .noneMatch(told -> told.contains("MOVE-APPOINTMENT"));
    }

    @Test
    void whenTheMakerIsGoneTheOperatorsSeeIt() {
        stage.play("2026-03-02 " + ASKED, "2026-03-03 ocmw role.ended R1 role=WELFARE party=ocmw until=03-03");

        assertThat(Stage.told(stage.play(STARTED))).contains("?MOVE-APPOINTMENT");
    }

    @Test
    void aMakerWhoseLeavingNeverHappenedIsFoundAgain() {
        stage.play("2026-03-02 " + ASKED, "2026-03-03 ocmw role.ended R1 role=WELFARE party=ocmw until=03-03");
        stage.play("2026-03-04 ocmw role.ended R1 v2 WITHDRAWAL");

        assertThat(Stage.told(stage.play(STARTED)))
                .anyMatch(told -> told.contains("WELFARE! appointment-collision MOVE-APPOINTMENT"));
    }

    @Test
    void whoMadeTheAppointmentThatWasMissedHearsSoAndNobodyElse() {
        stage.play("2026-03-02 " + ASKED, STARTED);
        Decision decision =
                stage.play("2026-03-09 winkel absence.reported X1 kind=NO_SHOW employmentKey=E1 firstDay=03-09");

        assertThat(Stage.told(decision))
                .containsExactlyInAnyOrder("COACH! absence-fact FIND-OUT @03-10", "WELFARE appointment-collision");
        assertThat(Stage.notice(decision, "appointment-collision").event().businessKey())
                .as("not of whose absence")
                .isEqualTo("A9");
        assertThat(Stage.told(stage.play("2026-03-10 winkel absence.reported X2 kind=NO_SHOW firstDay=03-10")))
                .as("another day")
                .containsExactly("COACH! absence-fact FIND-OUT @03-11");
    }
}
