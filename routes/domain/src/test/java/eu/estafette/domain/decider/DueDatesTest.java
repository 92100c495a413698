package eu.estafette.domain.decider;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.domain.event.Fields;
import eu.estafette.domain.table.Term;
import java.time.LocalDate;
import java.time.Period;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class DueDatesTest {

    private static final LocalDate MONDAY = LocalDate.parse("2026-03-02");
    private static final Term TEN_DAYS = new Term(List.of(new Term.Due.After(Period.ofDays(10))));
    private static final Term BEFORE_OR_TEN_DAYS =
            new Term(List.of(new Term.Due.OnField("decideBefore", Period.ZERO), new Term.Due.After(Period.ofDays(10))));

    private final DueDates dueDates = new DueDates(new WorkingDays(Set.of()));

    @Test
    void aDurationCountsFromTheDayOfDecision() {
        assertThat(dueDates.of(TEN_DAYS, Fields.NONE, MONDAY)).isEqualTo("2026-03-12");
    }

    @Test
    void aDayOfTheWeekendMovesToMonday() {
        assertThat(dueDates.of(TEN_DAYS, Fields.NONE, MONDAY.plusDays(2))).isEqualTo("2026-03-16");
    }

    @Test
    void aLoadedHolidayMovesToTheNextWorkingDay() {
        DueDates withHolidays =
                new DueDates(new WorkingDays(Set.of(LocalDate.parse("2026-03-12"), LocalDate.parse("2026-03-13"))));

        assertThat(withHolidays.of(TEN_DAYS, Fields.NONE, MONDAY)).isEqualTo("2026-03-16");
    }

    @Test
    void theFirstAlternativeThatCanBeWorkedOutCounts() {
        Fields content = Fields.of("decideBefore", LocalDate.parse("2026-03-06"));

        assertThat(dueDates.of(BEFORE_OR_TEN_DAYS, content, MONDAY)).isEqualTo("2026-03-06");
        assertThat(dueDates.of(BEFORE_OR_TEN_DAYS, Fields.NONE, MONDAY)).isEqualTo("2026-03-12");
    }

    @Test
    void nothingIsDueBeforeTheNextWorkingDay() {
        Fields past = Fields.of("decideBefore", LocalDate.parse("2025-12-01"));

        assertThat(dueDates.of(BEFORE_OR_TEN_DAYS, past, MONDAY)).isEqualTo("2026-03-03");
        assertThat(dueDates.of(BEFORE_OR_TEN_DAYS, past, LocalDate.parse("2026-03-06")))
                .isEqualTo("2026-03-09");
    }

    @Test
    void aStepThatMovesOnGetsItsDurationAgainOrThreeDaysForADate() {
        Fields content = Fields.of("decideBefore", LocalDate.parse("2026-03-02"));

        assertThat(dueDates.again(TEN_DAYS, content, MONDAY)).isEqualTo("2026-03-12");
        assertThat(dueDates.again(BEFORE_OR_TEN_DAYS, content, MONDAY)).isEqualTo("2026-03-05");
        assertThat(dueDates.again(BEFORE_OR_TEN_DAYS, Fields.NONE, MONDAY)).isEqualTo("2026-03-12");
    }

    @Test
    void whoTakesOverHasAtLeastTwoDays() {
        assertThat(dueDates.takenOver(MONDAY, MONDAY)).isEqualTo("2026-03-04");
        assertThat(dueDates.takenOver(LocalDate.parse("2026-03-20"), MONDAY)).isEqualTo("2026-03-20");
    }
}
