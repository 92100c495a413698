package eu.estafette.console.http;

import static eu.estafette.console.fixture.Entries.act;
import static eu.estafette.console.fixture.Entries.decided;
import static eu.estafette.console.fixture.Entries.event;
import static eu.estafette.console.fixture.Entries.head;
import static eu.estafette.console.fixture.Entries.holds;
import static eu.estafette.console.fixture.Entries.inform;
import static eu.estafette.console.fixture.Entries.notice;
import static eu.estafette.console.fixture.Entries.object;
import static eu.estafette.console.fixture.Entries.step;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.JournalNotice;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CaseTest extends HttpTest {

    private static final String CASE = "/api/cases/E1-C1";

    /** A case with a referrer, a coach organisation, a specialist, a welfare desk and an employer. */
    @BeforeEach
    void aCase() {
        JournalNotice asked = act("N1", "coach-org", "COACH_ORGANISATION", "DECIDE-REFERRAL");
        JournalNotice atTheDesk = act("N5", "hub", "OPERATOR", "DECIDE-REFERRAL");
        JournalNotice welfare = inform("N2", "ocmw", "WELFARE", "employment-start-benefit");
        JournalNotice coach = inform("N3", "coach-org", "COACH_ORGANISATION", "employment-start-full");
        JournalNotice employer = inform("N4", "resto", "EMPLOYER", "wage-value-full");
        model.journaled(
                decided("E1", 1, "gemeente", "C1")
                        .setNotices(List.of(asked, atTheDesk))
                        .setSteps(List.of(
                                step("OPENED", "DECIDE-REFERRAL", "COACH_ORGANISATION", "coach-org", "N1")
                                        .build(),
                                step("OPENED", "TALK", "REFERRER", "gemeente", "N9")
                                        .setDue(null)
                                        .build())),
                decided("E2", 2, "coach-org", "C1")
                        .setEvent(event("E2", 2, "coach-org", "employment.started", "EMP-1")
                                .build())
                        .setNotices(List.of(welfare, coach, employer)),
                decided("E9", 3, "buddies", "C2").setNotices(List.of(inform("N8", "buddies", "COACH", "case-brief"))));
        model.sent(notice(asked, "C1", 1), notice(welfare, "C1", 2), notice(coach, "C1", 3), notice(employer, "C1", 4));
        model.stored(
                "aa/head",
                head(
                        "C1",
                        "RUNNING",
                        holds("REFERRER", "gemeente"),
                        holds("COACH_ORGANISATION", "coach-org"),
                        holds("WELFARE", "ocmw"),
                        holds("EMPLOYER", "resto"),
                        holds("SPECIALIST", "debt-help")));
        model.stored("aa/object/employment/EMP-1", object("employment", "EMP-1", true));
    }

    @Test
    void whatWasAskedBackWasNotSharedAndShowsNothing() {
        // Given
        assertThat(get("ocmw", CASE).each("shared", "party")).contains("ocmw");

        // When
        model.journaled(decided("E5", 5, "coach-org", "C1").setRecalled(List.of("N2")));

        // Then
        assertThat(get("ocmw", CASE).ok().path("notices").path(0).path("state").asText())
                .isEqualTo("WITHDRAWN");
        assertThat(get("ocmw", CASE).body().path("notices").path(0).has("data")).isFalse();
        assertThat(get("ocmw", CASE).each("shared", "party")).doesNotContain("ocmw");
    }

    @Test
    void aPartySeesItsOwnNoticesAndOpenSteps() {
        // When
        Answer answer = get("coach-org", CASE);

        // Then
        assertThat(answer.ok().path("caseRef").asText()).isEqualTo("E1-C1");
        assertThat(answer.body().path("phase").asText()).isEqualTo("EMPLOYED");
        assertThat(answer.each("notices", "noticeId")).containsExactly("N1", "N3");
        assertThat(answer.body().path("steps"))
                .hasToString(
                        "[{\"code\":\"DECIDE-REFERRAL\",\"owner\":\"COACH_ORGANISATION\",\"due\":\"2026-03-09\",\"state\":\"OPEN\"}]");
        assertThat(get("gemeente", CASE).ok().path("steps"))
                .hasToString("[{\"code\":\"TALK\",\"owner\":\"REFERRER\",\"state\":\"OPEN\"}]");
    }

    @Test
    void aClosedStepIsNoLongerShown() {
        // When
        model.journaled(decided("E3", 4, "coach-org", "C1")
                .setSteps(List.of(step("CLOSED", "DECIDE-REFERRAL", "COACH_ORGANISATION", "coach-org", "N1")
                        .build())));

        // Then
        assertThat(get("coach-org", CASE).ok().path("steps")).isEmpty();
    }

    @Test
    void coachSideAndAgenciesSeeWhoHoldsWhichRoleButNotTheSpecialist() {
        // When, Then
        assertThat(get("coach-org", CASE).each("roles", "role"))
                .containsExactly("REFERRER", "COACH_ORGANISATION", "WELFARE", "EMPLOYER");
        assertThat(get("ocmw", CASE).each("roles", "party")).containsExactly("gemeente", "coach-org", "ocmw", "resto");
    }

    @Test
    void employersAndSpecialistsSeeOnlyTheirOwnRoleAndNoPhase() {
        for (String party : List.of("resto", "debt-help")) {
            // When
            Answer answer = get(party, CASE);

            // Then: neither that there is a coach, nor that coaching has ended
            assertThat(answer.each("roles", "party")).containsExactly(party);
            assertThat(answer.body().has("phase")).isFalse();
        }
    }

    @Test
    void aPartySeesWhatWasSharedAsFarAsItsOwnRoleMayHoldIt() {
        // When, Then: under this ruleset a coach organisation may hold benefits
        assertThat(get("coach-org", CASE).each("shared", "view"))
                .containsExactly(
                        "referral-full", "employment-start-benefit", "employment-start-full", "wage-value-full");
        assertThat(get("coach-org", CASE).ok().path("shared").path(0))
                .hasToString(
                        "{\"at\":\"2026-03-02T08:15:00.025Z\",\"event\":\"referral.requested\",\"role\":\"COACH_ORGANISATION\","
                                + "\"party\":\"coach-org\",\"view\":\"referral-full\"}");
        // but a referrer none, and welfare no free text, of which a referral has some
        assertThat(get("gemeente", CASE).each("shared", "view"))
                .containsExactly("referral-full", "employment-start-full");
        assertThat(get("ocmw", CASE).each("shared", "view"))
                .contains("employment-start-benefit")
                .doesNotContain("referral-full");
    }

    @Test
    void employersAndSpecialistsLearnNothingOfWhatOthersGot() {
        assertThat(get("resto", CASE).each("shared", "party")).containsExactly("resto");
        assertThat(get("debt-help", CASE).each("shared", "party")).isEmpty();
    }

    @Test
    void aFormerRoleHolderKeepsWhatItGotAndLearnsNothingMore() {
        // When
        model.stored("aa/head", head("C1", "ENDED", holds("REFERRER", "gemeente")));

        // Then
        Answer answer = get("coach-org", CASE);
        assertThat(answer.each("notices", "noticeId")).containsExactly("N1", "N3");
        assertThat(answer.each("shared", "party")).containsOnly("coach-org");
        assertThat(answer.each("roles", "party")).isEmpty();
        assertThat(answer.body().has("phase")).isFalse();
    }

    @Test
    void aStrangerGetsTheSameAnswerAsForACaseThatDoesNotExist() {
        // When
        String strangers = get("buddies", CASE).problem(404);

        // Then
        assertThat(strangers).isEqualTo(get("buddies", "/api/cases/E1-NONE").problem(404));
    }

    @Test
    void thePhaseFollowsFromWhatIsOpen() {
        // Given
        assertThat(phase()).isEqualTo("EMPLOYED");

        // When, Then
        model.stored("aa/head", head("C1", "ENDED", holds("REFERRER", "gemeente")));
        assertThat(phase()).isEqualTo("AFTERCARE");
        model.stored("aa/object/employment/EMP-1", object("employment", "EMP-1", false));
        model.stored("aa/object/training/T", object("training", "T", true));
        assertThat(phase()).isEqualTo("TRAINING");
        model.stored("aa/object/placement/P", object("placement", "P", true));
        assertThat(phase()).isEqualTo("PLACEMENT");
        model.stored("aa/object/placement/P", null);
        model.stored("aa/object/training/T", null);
        assertThat(phase()).isEqualTo("ORIENTATION");
    }

    private String phase() {
        return get("gemeente", CASE).ok().path("phase").asText();
    }
}
