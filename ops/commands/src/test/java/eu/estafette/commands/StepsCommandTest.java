package eu.estafette.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StepsCommandTest extends HubTest {

    private static final String IN_TIME = """
            {"caseRef":"E1-AAAA","code":"ASSIGN-COACH","object":{"family":"referral","key":"K1"},"owner":"COACH_ORGANISATION",
             "party":"coach-org","person":"team-1","due":"2026-03-09","state":"TAKEN","openedOn":"2026-03-02","since":"2026-03-04T08:15:00Z","ageDays":3,
             "overdue":false,"unowned":false,"noticeId":"N1"}
            """;
    private static final String LATE = IN_TIME.replace("\"overdue\":false", "\"overdue\":true");
    private static final String NOBODYS = """
            {"caseRef":"E1-BBBB","code":"NO-SUCH-STEP","object":{"family":"role","key":"K2"},"owner":"OPERATOR","party":"hub",
             "state":"OPEN","openedOn":"2026-02-20","since":"2026-03-03T23:00:00Z","ageDays":13,"overdue":false,"unowned":true}
            """;
    private static final String ATTENTION =
            "{\"code\":\"STEP_OVERDUE\",\"count\":4,\"text\":\"Steps whose due date is past.\"}";

    @Test
    void eachOpenStepSaysWhoseTurnItIs() {
        // Given
        hub.answers(report("", ATTENTION, LATE, NOBODYS));

        // When
        Typed steps = type("steps");

        // Then
        assertThat(steps.out())
                .containsExactly(
                        "CASE     STEP          WHAT            WHOSE TURN        AS                  DUE                   DAYS OPEN  STATE  SINCE",
                        "E1-AAAA  ASSIGN-COACH  Assign a coach  coach-org/team-1  coach organisation  2026-03-09 (overdue)          3  taken  2026-03-04 09:15:00",
                        "E1-BBBB  NO-SUCH-STEP  No such step    nobody            operator            -                            13  open   2026-03-04 00:00:00",
                        "",
                        "Needs attention:",
                        "  4 x Steps whose due date is past.");
        assertThat(steps.exit()).isEqualTo(1);
        assertThat(hub.asked()).containsExactly("/api/ops/steps");
    }

    @Test
    void stepsInTimeWithAnOwnerNeedNobody() {
        // Given
        hub.answers(report("", "", IN_TIME));

        // When
        Typed steps = type("steps");

        // Then
        assertThat(steps.out()).endsWith("Nothing needs attention.");
        assertThat(steps.exit()).isZero();
    }

    @Test
    void aLateStepBehindTheEndOfTheListCounts() {
        // Given
        hub.answers(report(",\"next\":\"500\"", ATTENTION, IN_TIME));

        // When
        Typed steps = type("steps");

        // Then
        assertThat(steps.out()).contains("There are more: add --after 500.");
        assertThat(steps.exit()).isEqualTo(1);
    }

    @Test
    void aFilterIsTheHubsToApply() {
        // Given
        hub.answers(report("", ATTENTION));

        // When
        Typed unowned = type("steps", "--unowned");
        type("steps", "--overdue", "--after", "500");

        // Then
        assertThat(unowned.out()).containsExactly("No open steps of this kind.");
        assertThat(unowned.exit()).isZero();
        assertThat(hub.asked()).containsExactly("/api/ops/steps?unowned=true", "/api/ops/steps?overdue=true&after=500");
    }

    @Test
    void jsonIsTheHubsAnswerUnchanged() {
        // Given
        hub.answers(report("", ATTENTION, NOBODYS));

        // When
        Typed steps = type("steps", "--unowned", "--json");

        // Then
        assertThat(String.join("\n", steps.out())).isEqualTo(report("", ATTENTION, NOBODYS));
        assertThat(steps.exit()).isEqualTo(1);
    }

    private static String report(String next, String attention, String... items) {
        return "{\"items\":[" + String.join(",", items) + "]" + next + ",\"attention\":[" + attention + "]}";
    }
}
