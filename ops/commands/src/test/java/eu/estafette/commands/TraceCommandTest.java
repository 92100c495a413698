package eu.estafette.commands;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TraceCommandTest extends HubTest {

    private static final String ACCEPTED = """
            {"at":"2026-03-02T08:15:00Z","kind":"ACCEPTED","eventId":"E1","source":"urn:estafette:party:gemeente","party":"gemeente",
             "type":"referral.requested","businessKey":"REF-1","action":"ORIGINAL","version":1,"caseRef":"E1-AAAA"}
            """;
    private static final String DECIDED = """
            {"at":"2026-03-02T08:15:00.025Z","kind":"DECIDED","eventId":"E1","type":"referral.requested","state":"ROUTED",
             "rules":["R1","R2"],"droppedFields":["wage"]}
            """;
    private static final String ASKED = """
            {"at":"2026-03-02T08:15:00.025Z","kind":"NOTICE","noticeId":"N1","party":"coach-org","person":"team-1",
             "role":"COACH_ORGANISATION","purpose":"ACT","view":"referral-full","step":"DECIDE-REFERRAL","due":"2026-03-09",
             "rule":"R1","state":"DELIVERED"}
            """;
    private static final String TOLD = """
            {"at":"2026-03-02T08:15:00.025Z","kind":"NOTICE","noticeId":"N2","party":"vdab","role":"EMPLOYMENT_SERVICE",
             "purpose":"INFORM","view":"referral-fact","state":"WAITING"}
            """;
    private static final String STEPS = """
            {"at":"2026-03-02T08:15:00.025Z","kind":"STEPS","changes":[
             {"change":"OPENED","code":"DECIDE-REFERRAL","owner":"COACH_ORGANISATION","party":"coach-org","due":"2026-03-09"},
             {"change":"CLOSED","code":"PLAN-NEXT","owner":"REFERRER","party":"gemeente"}]}
            """;
    private static final String ATTEMPTED = """
            {"at":"2026-03-02T08:15:01Z","kind":"ATTEMPTED","noticeId":"N1","party":"coach-org","attempt":1,"status":503,
             "reason":"SERVER_ERROR","detail":"The receiver has trouble."}
            """;
    private static final String DELIVERED =
            "{\"at\":\"2026-03-02T08:15:02Z\",\"kind\":\"DELIVERED\",\"noticeId\":\"N1\",\"party\":\"coach-org\",\"status\":200}";
    private static final String RECEIPT =
            "{\"at\":\"2026-03-02T08:15:03Z\",\"kind\":\"ANSWERED\",\"noticeId\":\"N1\",\"party\":\"coach-org\",\"level\":\"TRANSPORT\",\"state\":\"ROUTED\"}";
    private static final String ANSWER =
            "{\"at\":\"2026-03-02T08:15:04Z\",\"kind\":\"ANSWERED\",\"noticeId\":\"N1\",\"party\":\"coach-org\",\"level\":\"BUSINESS\",\"outcome\":\"DECLINED\",\"outcomeReason\":\"NO_CAPACITY\",\"state\":\"REFUSED\",\"reason\":\"STEP_CLOSED\"}";
    private static final String DEAD =
            "{\"at\":\"2026-03-02T08:15:05Z\",\"kind\":\"DEAD\",\"noticeId\":\"N2\",\"party\":\"vdab\",\"attempt\":3,\"status\":422,\"reason\":\"REFUSED\"}";

    @Test
    void eachThingThatHappenedIsALineInTheOrderOfTime() {
        // Given
        hub.answers(
                trace("", true, DECIDED, ASKED, TOLD, STEPS, ACCEPTED, ATTEMPTED, DELIVERED, RECEIPT, ANSWER, DEAD));

        // When
        Typed trace = type("trace", "REF-1");

        // Then
        assertThat(trace.out())
                .containsExactly(
                        "WHEN                 WHO        WHAT",
                        "2026-03-02 09:15:00  gemeente   sent referral.requested REF-1 (original, version 1), accepted as event E1",
                        "2026-03-02 09:15:00  hub        decided referral.requested: routed by rules R1, R2; fields that the sender may not give were left out: wage",
                        "2026-03-02 09:15:00  hub        asked coach-org/team-1 as coach organisation to act: DECIDE-REFERRAL, due 2026-03-09; view referral-full, rule R1, notice N1, now delivered",
                        "2026-03-02 09:15:00  hub        informed vdab as employment service; view referral-fact, notice N2, now waiting",
                        "2026-03-02 09:15:00  hub        step DECIDE-REFERRAL opened: coach-org as coach organisation, due 2026-03-09",
                        "2026-03-02 09:15:00  hub        step PLAN-NEXT closed: gemeente as referrer",
                        "2026-03-02 09:15:01  hub        could not deliver notice N1 to coach-org, attempt 1, status 503; SERVER_ERROR: The receiver has trouble.",
                        "2026-03-02 09:15:02  hub        delivered notice N1 to coach-org, status 200",
                        "2026-03-02 09:15:03  coach-org  has notice N1",
                        "2026-03-02 09:15:04  coach-org  answered notice N1: declined, NO_CAPACITY; the answer is refused; STEP_CLOSED",
                        "2026-03-02 09:15:05  hub        gave up on notice N2, which vdab refused for good, attempt 3, status 422; REFUSED",
                        "",
                        "Case E1-AAAA. Times in Europe/Brussels.",
                        "Nothing needs attention.");
        assertThat(trace.exit()).isZero();
    }

    @Test
    void whatWasAskedBackIsToldAsSuch() {
        // Given
        hub.answers(trace(
                "",
                true,
                "{\"at\":\"2026-03-02T08:15:06Z\",\"kind\":\"RECALLED\",\"noticeIds\":[\"N2\",\"N3\"]}",
                "{\"at\":\"2026-03-02T08:15:07Z\",\"kind\":\"WITHDRAWN\",\"noticeId\":\"N2\",\"party\":\"vdab\"}",
                RECEIPT.replace("\"state\"", "\"outcome\":\"DECLINED\",\"outcomeReason\":\"WITHDRAWN\",\"state\"")));

        // When
        List<String> told = type("trace", "N2").out();

        // Then
        assertThat(told)
                .contains(
                        "2026-03-02 09:15:06  hub        asked back notices N2, N3",
                        "2026-03-02 09:15:07  hub        withdrew notice N2, so that vdab never gets it",
                        "2026-03-02 09:15:03  coach-org  never gets notice N1: it was asked back in time");
    }

    @Test
    void aReferenceWithSignsOfItsOwnIsAskedForAsItIs() {
        // Given
        hub.answers(trace("", true, ACCEPTED));

        // When
        type("trace", "REF 2026/17?x=é");

        // Then
        assertThat(hub.asked()).containsExactly("/api/ops/trace?ref=REF+2026%2F17%3Fx%3D%C3%A9");
    }

    @Test
    void aKeyThatWouldSteerTheTerminalIsDefused() {
        // Given
        hub.answers(trace("", true, ACCEPTED.replace("REF-1", "\\u001b[2JREF")));

        // When, Then
        assertThat(type("trace", "E1").out().get(1)).contains("referral.requested ?[2JREF (original");
    }

    @Test
    void whatIsStuckOnTheWayNeedsAttention() {
        // Given
        String stuck = "{\"code\":\"NOTICE_DEAD\",\"count\":1,\"text\":\"Notices that were refused for good.\"}";
        hub.answers(trace(stuck, false, DEAD));

        // When
        Typed trace = type("trace", "N2");

        // Then
        assertThat(trace.out())
                .contains("There is more than one answer holds: trace a single event or notice for its own part.")
                .endsWith("Needs attention:", "  1 x Notices that were refused for good.");
        assertThat(trace.exit()).isEqualTo(1);
    }

    @Test
    void anUnknownReferenceIsToldInASentence() {
        // Given
        hub.refuses(404, "resourceNotFound", "Nothing is known.");

        // When
        Typed trace = type("trace", "NOTHING");

        // Then
        assertThat(trace.out())
                .containsExactly(
                        "Nothing was found for NOTHING: the hub knows no event id, business key, caseRef or notice id like this.");
        assertThat(trace.exit()).isEqualTo(1);
    }

    @Test
    void jsonIsTheHubsAnswerUnchangedFoundOrNot() {
        // Given
        hub.answers(trace("", true, ACCEPTED));
        Typed found = type("trace", "E1", "--json");
        hub.refuses(404, "resourceNotFound", "Nothing is known.");

        // When
        Typed unknown = type("trace", "NOTHING", "--json");

        // Then
        assertThat(String.join("\n", found.out())).isEqualTo(trace("", true, ACCEPTED));
        assertThat(found.exit()).isZero();
        assertThat(unknown.out())
                .containsExactly(
                        "{\"type\":\"urn:problem-type:belgif:resourceNotFound\",\"status\":404,\"detail\":\"Nothing is known.\"}");
        assertThat(unknown.exit()).isEqualTo(1);
    }

    private static String trace(String attention, boolean complete, String... items) {
        return "{\"ref\":\"REF-1\",\"caseRefs\":[\"E1-AAAA\"],\"items\":[" + String.join(",", items) + "],\"complete\":"
                + complete + ",\"attention\":[" + attention + "]}";
    }
}
