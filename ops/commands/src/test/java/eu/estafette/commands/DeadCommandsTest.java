package eu.estafette.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeadCommandsTest extends HubTest {

    private static final String LETTER = """
            {"noticeId":"N1-A","state":"DEAD","caseRef":"E1-AAAA","party":"coach-org","role":"COACH","purpose":"INFORM","view":"referral-fact",
             "eventType":"referral.requested","connector":"webhook","attempts":3,"status":422,"reason":"REFUSED","detail":"no client 12",
             "cause":"no client #","group":"0a1b","parked":2,"since":"2026-03-02T08:15:00Z"}
            """;
    private static final String PLAN = """
            {"dryRun":true,"selection":"s-1","notices":1,"limit":50000,"more":0,"parties":[{"party":"coach-org","notices":1,"parked":2}],
             "items":[%s],"skipped":[{"noticeId":"N1-B","why":"ALREADY_DELIVERED"}],"attention":[]}
            """.formatted(LETTER);
    private static final String GIVEN =
            "{\"command\":\"s-1\",\"state\":\"ACCEPTED\",\"notices\":1,\"progress\":\"/api/ops/commands/s-1\"}";

    @Test
    void deadLettersAreListedWithTheirCause() {
        // Given
        hub.answers(
                "{\"items\":[" + LETTER + "],\"attention\":[{\"code\":\"NOTICE_DEAD\",\"count\":1,\"text\":\"-\"}]}");

        // When
        Typed listed = type("dead", "list", "--party", "coach-org", "--solved");

        // Then
        assertThat(listed.out())
                .containsExactly(
                        "NOTICE  STATE  CASE     TO         AS     EVENT               TRIES  STATUS  PARKED  SINCE                CAUSE",
                        "N1-A    dead   E1-AAAA  coach-org  coach  referral.requested      3     422       2  2026-03-02 09:15:00  no client #",
                        "Times in Europe/Brussels.");
        assertThat(listed.exit()).isEqualTo(1);
        assertThat(hub.asked()).containsExactly("/api/ops/dead?party=coach-org&solved=true");
    }

    @Test
    void causesAreListedWithTheirGroups() {
        // Given
        hub.answers(
                "{\"items\":[{\"group\":\"0a1b\",\"party\":\"coach-org\",\"connector\":\"webhook\",\"eventType\":\"referral.requested\","
                        + "\"reason\":\"REFUSED\",\"cause\":\"no client #\",\"count\":7,\"first\":\"2026-03-02T08:15:00Z\","
                        + "\"last\":\"2026-03-02T08:16:00Z\",\"example\":\"N1-A\"}],\"attention\":[]}");

        // When
        Typed listed = type("dead", "list", "--by-cause");

        // Then
        assertThat(listed.out())
                .contains(
                        "0a1b       7  coach-org  webhook  referral.requested  REFUSED  2026-03-02 09:15:00  2026-03-02 09:16:00  no client #");
        assertThat(listed.exit()).isZero();
        assertThat(hub.asked()).containsExactly("/api/ops/dead?by=cause");
    }

    @Test
    void aReplayIsShownFirstAndDoneToWhatWasShown() {
        // Given
        hub.plans(PLAN);

        // When
        Typed shown = type("dead", "replay", "N1-A", "N1-B");
        hub.accepts(GIVEN);
        Typed done = type("dead", "replay", "--selection", "s-1", "--wave", "10", "--rate", "5");

        // Then
        assertThat(shown.out())
                .contains(
                        "coach-org: 1 notice, and 2 that wait behind them",
                        "left out: N1-B, already delivered",
                        "Nothing is done yet. To replay exactly these: dead replay --selection s-1");
        assertThat(shown.exit()).isZero();
        assertThat(done.out()).containsExactly("Given as command s-1. To see what comes of it: command s-1");
        assertThat(hub.told())
                .containsExactly(
                        "{\"dryRun\":true,\"selection\":{\"ids\":[\"N1-A\",\"N1-B\"]}}",
                        "{\"selection\":\"s-1\",\"canary\":true,\"wave\":10,\"rate\":5}");
    }

    @Test
    void whoWaitsIsToldWhatCameOfEachNotice() {
        // Given
        hub.accepts(GIVEN);
        hub.answers(
                "{\"command\":\"s-1\",\"kind\":\"REPLAY\",\"state\":\"STOPPED\",\"parties\":[\"coach-org\"],\"counts\":{\"DEAD\":1},"
                        + "\"parts\":[],\"items\":[{\"noticeId\":\"N1-A\",\"party\":\"coach-org\",\"chosen\":true,\"state\":\"DEAD\",\"status\":422,"
                        + "\"detail\":\"no client 12\"}],\"attention\":[{\"code\":\"COMMAND_STOPPED\",\"count\":1,\"text\":\"-\"}]}");

        // When
        Typed waited = type("dead", "discard", "--selection", "s-1", "--reason", "told by phone", "--wait");

        // Then
        assertThat(waited.out())
                .containsExactly(
                        "Command s-1, replay: stopped",
                        "  dead: 1",
                        "NOTICE  TO         STATE  STATUS  WHY",
                        "N1-A    coach-org  dead      422  no client 12");
        assertThat(waited.exit()).isEqualTo(1);
        assertThat(hub.told()).containsExactly("{\"selection\":\"s-1\",\"reason\":\"told by phone\"}");
        assertThat(hub.asked()).containsExactly("/api/ops/dead/discard", "/api/ops/commands/s-1");
    }

    @Test
    void whatTheHubRefusesIsToldFieldByField() {
        // Given
        hub.refusesPosts(
                422,
                "{\"type\":\"urn:problem-type:estafette:unprocessable\",\"detail\":\"Nothing was kept.\","
                        + "\"issues\":[{\"name\":\"reason\",\"detail\":\"is missing\"}]}");

        // When
        Typed refused = type("dead", "discard", "--selection", "s-1");

        // Then
        assertThat(refused.err())
                .containsExactly("The hub at " + hub.url() + " answered 422: Nothing was kept. reason is missing.");
        assertThat(refused.exit()).isEqualTo(2);
    }

    @Test
    void oneWayOfChoosingIsNeeded() {
        assertThat(type("dead", "replay").exit()).isEqualTo(2);
        assertThat(type("dead", "replay", "N1-A", "--party", "coach-org").err())
                .containsExactly(
                        "Say which dead notices you mean, in one way: their ids, --group, --party or --selection.");
    }

    @Test
    void oneLetterIsShownWithoutWhatItHolds() {
        // Given
        hub.answers(
                "{\"letter\":" + LETTER + ",\"masked\":true,\"headers\":{\"ce_id\":\"N1-A\"},"
                        + "\"notice\":{\"data\":{\"contact\":\"•••\"}},\"timeline\":[{\"at\":\"2026-03-02T08:15:00Z\",\"kind\":\"READ\","
                        + "\"noticeId\":\"N1-A\",\"party\":\"coach-org\",\"operator\":\"ann\",\"detail\":\"they ask\"}],\"attention\":[]}");

        // When
        Typed shown = type("dead", "show", "N1-A");

        // Then
        assertThat(shown.out())
                .contains(
                        "The notice, masked (--reason shows it):",
                        "  data: {\"contact\":\"•••\"}",
                        "2026-03-02 09:15:00  operator ann read notice N1-A to coach-org: they ask");
        assertThat(shown.exit()).isZero();
    }

    @Test
    void anEditGoesWithItsFieldsAsTextOrJson() {
        // Given
        hub.accepts("{\"event\":\"e-1\",\"command\":\"c-1\",\"state\":\"ACCEPTED\"}");

        // When
        Typed edited = type(
                "dead",
                "edit",
                "N1-A",
                "--set",
                "contact=0470 11",
                "--set",
                "hours=12.5",
                "--set",
                "need=null",
                "--reason",
                "they asked");

        // Then
        assertThat(edited.exit()).isZero();
        assertThat(hub.told())
                .containsExactly(
                        "{\"noticeId\":\"N1-A\",\"data\":{\"contact\":\"0470 11\",\"hours\":12.5,\"need\":null},\"reason\":\"they asked\"}");
        assertThat(type("dead", "edit", "N1-A", "--reason", "why").exit()).isEqualTo(2);
    }

    @Test
    void whatCouldNotBeDecidedIsListedPutBackAndGivenUp() {
        // Given
        hub.answers(
                "{\"items\":[{\"place\":\"0-18\",\"reason\":\"UNREADABLE\",\"detail\":\"no such field\",\"headers\":{}}],"
                        + "\"attention\":[{\"code\":\"EVENT_INVALID\",\"count\":1,\"text\":\"-\"}]}");
        hub.accepts("{\"place\":\"0-18\",\"state\":\"REPLAYED\"}");

        // When
        Typed listed = type("invalid", "list");
        Typed replayed = type("invalid", "replay", "0-18");
        Typed discarded = type("invalid", "discard", "0-18", "--reason", "sent again");

        // Then
        assertThat(listed.out())
                .containsExactly(
                        "PLACE  EVENT  TYPE  KEY  FROM  ACCEPTED  REASON      WHY",
                        "0-18   -      -     -    -     -         UNREADABLE  no such field");
        assertThat(listed.exit()).isEqualTo(1);
        assertThat(replayed.out()).containsExactly("0-18 is replayed.");
        assertThat(discarded.exit()).isZero();
        assertThat(hub.told()).containsExactly("{\"id\":\"0-18\"}", "{\"id\":\"0-18\",\"reason\":\"sent again\"}");
        assertThat(type("invalid", "discard", "0-18").exit()).isEqualTo(2);
    }

    @Test
    void aLaneIsPausedAndResumed() {
        // Given
        hub.accepts(GIVEN);

        // When
        Typed paused = type("pause", "coach-org", "--reason", "their release");
        Typed resumed = type("resume", "coach-org", "--rate", "20", "--json");

        // Then
        assertThat(paused.exit()).isZero();
        assertThat(resumed.out()).containsExactly(GIVEN);
        assertThat(hub.asked()).containsExactly("/api/ops/lanes/coach-org/pause", "/api/ops/lanes/coach-org/resume");
        assertThat(hub.told()).containsExactly("{\"reason\":\"their release\"}", "{\"rate\":20}");
    }
}
