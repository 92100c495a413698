package eu.estafette.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ReadingCommandsTest {

    private static final String CALM = """
            {"now":"2026-03-02T08:15:00Z",
             "readModel":{"state":"FOLLOWING","behind":{"estafette.journal":0,"estafette.notices":0},"skipped":0},
             "events":{"day":"2026-03-02","accepted":{"DUPLICATE":1,"ROUTED":120},"refusedAtDoor":0,"held":0,"invalid":0},
             "notices":{"waiting":0,"dead":0},"steps":{"open":12,"overdue":0,"unowned":0},
             "lanes":{"parties":7,"troubled":0},"attention":[]}""";

    private final FakeHub hub = new FakeHub();

    @AfterEach
    void close() {
        hub.close();
    }

    @Test
    void statusShowsTheHubInOnePage() {
        // Given
        hub.answers("/api/ops/status", CALM);

        // When
        Run run = Run.of("status", "--url", hub.url());

        // Then
        assertThat(run.out()).isEqualTo("""
                        Hub           %s  2026-03-02 09:15
                        Read model    following, up to date
                        Events today  1 duplicate, 120 routed
                        Events open   0 held, 0 invalid
                        Notices       0 waiting, 0 refused for good
                        Steps         12 open, 0 overdue, 0 without owner
                        Lanes         7, of which 0 in trouble
                        """.formatted(hub.url()));
        assertThat(run.exitCode()).isZero();
    }

    @Test
    void statusEndsWithWhatNeedsSomebody() {
        // Given
        hub.answers("/api/ops/status", """
                {"now":"2026-03-02T08:15:00Z",
                 "readModel":{"state":"TROUBLED","behind":{},"skipped":0,"trouble":"Connection refused"},
                 "events":{"day":"2026-03-02","accepted":{},"refusedAtDoor":2,"held":1,"invalid":3},
                 "notices":{"waiting":4,"oldestWaiting":"2026-03-01T08:15:00Z","dead":5},
                 "steps":{"open":12,"overdue":2,"unowned":1},"lanes":{"parties":7,"troubled":1},
                 "attention":[{"code":"STEP_UNOWNED","count":1,"text":"Steps without an owner."},
                              {"code":"STEP_OVERDUE","count":22,"text":"Steps whose due date is past."}]}""");

        // When
        Run run = Run.of("status", "--url", hub.url());

        // Then
        assertThat(run.out()).isEqualTo("""
                        Hub           %s  2026-03-02 09:15
                        Read model    troubled: Connection refused
                        Events today  2 refused at the door
                        Events open   1 held, 3 invalid
                        Notices       4 waiting since 2026-03-01 09:15, 5 refused for good
                        Steps         12 open, 2 overdue, 1 without owner
                        Lanes         7, of which 1 in trouble

                        Needs attention
                           1  Steps without an owner.
                          22  Steps whose due date is past.
                        """.formatted(hub.url()));
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void jsonIsTheHubsAnswerUnchanged() {
        // Given
        String odd = "{ \"attention\" : [],   \"later\": \"ë\" }";
        for (String command : new String[] {"status", "lanes", "steps"}) {
            hub.answers("/api/ops/" + command, odd);

            // When
            Run run = Run.of(command, "--json", "--url", hub.url());

            // Then
            assertThat(run.out()).isEqualTo(odd + System.lineSeparator());
            assertThat(run.exitCode()).isZero();
        }
    }

    @Test
    void jsonHasTheSameExitCode() {
        // Given
        hub.answers(
                "/api/ops/lanes",
                "{\"items\":[],\"attention\":[{\"code\":\"CIRCUIT_OPEN\",\"count\":1,\"text\":\"…\"}]}");

        // When, Then
        assertThat(Run.of("lanes", "--json", "--url", hub.url()).exitCode()).isEqualTo(1);
    }

    @Test
    void lanesShowWhatWaitsForWhomAndWhetherTheyAreReached() {
        // Given
        hub.answers("/api/ops/lanes", """
                {"items":[
                  {"party":"coach-org","waiting":3,"oldestWaiting":"2026-03-02T08:15:00Z","dead":1,"inFlight":2,"window":8,
                   "circuit":"OPEN","circuitSince":"2026-03-02T07:00:00Z","nextTry":"2026-03-02T09:00:00Z","trouble":"503 from the party"},
                  {"party":"gemeente","waiting":0,"dead":0,"inFlight":0,"window":8,"circuit":"CLOSED"},
                  {"party":"quiet-party","waiting":0,"dead":0}],
                 "attention":[]}""");

        // When
        Run run = Run.of("lanes", "--url", hub.url());

        // Then
        assertThat(run.out()).isEqualTo("""
                        PARTY        WAITING  SINCE             IN FLIGHT  REFUSED  STATE
                        coach-org          3  2026-03-02 09:15     2 of 8        1  cannot be reached since 2026-03-02 08:00, next try 2026-03-02 10:00: 503 from the party
                        gemeente           0  -                    0 of 8        0  reached
                        quiet-party        0  -                         -        0  -
                        """);
    }

    @Test
    void stepsShowWhoseTurnItIsThoseWithoutOwnerFirst() {
        // Given
        hub.answers("/api/ops/steps", """
                {"items":[
                  {"caseRef":"E1-A","code":"DECIDE-REFERRAL","object":{"family":"referral","key":"R"},"owner":"COACH_ORGANISATION",
                   "party":"coach-org","person":"an","due":"2026-03-09","state":"OPEN","openedOn":"2026-03-02","ageDays":0,
                   "overdue":false,"unowned":false,"noticeId":"N1"}],
                 "next":"17","attention":[]}""");
        hub.answers("/api/ops/steps?after=17", """
                {"items":[
                  {"caseRef":"E1-B","code":"REPORT","object":{"family":"referral","key":"R"},"owner":"COACH","party":"buddies",
                   "due":"2026-03-01","state":"TAKEN","openedOn":"2026-02-20","ageDays":10,"overdue":true,"unowned":false},
                  {"caseRef":"E1-C","code":"TALK","object":{"family":"referral","key":"R"},"owner":"OPERATOR","party":"hub",
                   "state":"OPEN","openedOn":"2026-02-28","ageDays":2,"overdue":false,"unowned":true}],
                 "attention":[]}""");

        // When
        Run run = Run.of("steps", "--url", hub.url());

        // Then
        assertThat(run.out()).isEqualTo("""
                        DUE         STEP             WITH                                CASE  OPENED
                        -           talk             nobody                              E1-C  2026-02-28  no owner, 2 days old
                        2026-03-01  report           buddies as coach                    E1-B  2026-02-20  taken, overdue
                        2026-03-09  decide referral  coach-org/an as coach organisation  E1-A  2026-03-02
                        """);
    }

    @Test
    void stepsAreNarrowedByTheHub() {
        // Given
        hub.answers("/api/ops/steps?overdue=true", "{\"items\":[],\"attention\":[]}");
        hub.answers("/api/ops/steps?unowned=true&after=17", "{\"items\":[],\"attention\":[]}");

        // When, Then
        assertThat(Run.of("steps", "--overdue", "--url", hub.url()).out()).isEqualTo("No such step is open.\n");
        assertThat(Run.of("steps", "--unowned", "--after", "17", "--json", "--url", hub.url())
                        .exitCode())
                .isZero();
        assertThat(hub.calls()).containsExactly("/api/ops/steps?overdue=true", "/api/ops/steps?unowned=true&after=17");
    }

    @Test
    void traceTellsTheWholeWayInWords() {
        // Given
        hub.answers("/api/ops/trace/REF/2026%20%7C17", """
                {"ref":"REF/2026 |17","caseRefs":["E1-A"],"complete":true,"items":[
                  {"at":"2026-03-02T08:15:00Z","kind":"ACCEPTED","eventId":"E1","source":"urn:x","party":"gemeente",
                   "type":"referral.requested","businessKey":"REF/2026 |17","action":"CORRECTION","version":2},
                  {"at":"2026-03-02T08:15:00.025Z","kind":"DECIDED","eventId":"E1","type":"referral.requested","state":"ROUTED",
                   "rules":["R1","R2"],"droppedFields":["motivation"]},
                  {"at":"2026-03-02T08:15:00.025Z","kind":"NOTICE","noticeId":"N1","party":"coach-org","person":"an",
                   "role":"COACH_ORGANISATION","purpose":"ACT","view":"referral-full","step":"DECIDE-REFERRAL","due":"2026-03-09",
                   "rule":"R1","state":"DELIVERED"},
                  {"at":"2026-03-02T08:15:00.025Z","kind":"NOTICE","noticeId":"N2","party":"vdab","role":"EMPLOYMENT_SERVICE",
                   "purpose":"INFORM","view":"referral-fact","state":"WAITING"},
                  {"at":"2026-03-02T08:15:00.025Z","kind":"STEPS","changes":[
                    {"change":"OPENED","code":"DECIDE-REFERRAL","owner":"COACH_ORGANISATION","party":"coach-org","due":"2026-03-09"},
                    {"change":"CLOSED","code":"TALK","owner":"REFERRER","party":"gemeente"}]},
                  {"at":"2026-03-02T08:15:01Z","kind":"ATTEMPTED","noticeId":"N1","party":"coach-org","status":503,"reason":"SERVER_ERROR"},
                  {"at":"2026-03-02T08:15:02Z","kind":"DELIVERED","noticeId":"N1","party":"coach-org","status":200},
                  {"at":"2026-03-02T08:15:03Z","kind":"ANSWERED","noticeId":"N1","party":"coach-org","level":"TRANSPORT","state":"ROUTED"},
                  {"at":"2026-03-02T08:15:04Z","kind":"ANSWERED","noticeId":"N1","party":"coach-org","level":"BUSINESS","state":"REFUSED",
                   "reason":"STEP_CLOSED"},
                  {"at":"2026-03-02T08:15:05Z","kind":"DEAD","noticeId":"N2","party":"vdab","attempt":5,"status":422,"reason":"REFUSED",
                   "detail":"field x is unknown"}],
                 "attention":[{"code":"NOTICE_DEAD","count":1,"text":"Notices that were refused for good."}]}""");

        // When
        Run run = Run.of("trace", "REF/2026 |17", "--url", hub.url());

        // Then
        assertThat(run.out()).isEqualTo("""
                        WHEN                 WHO           WHAT
                        2026-03-02 09:15:00  gemeente      sent                         referral requested, REF/2026 |17, correction, version 2
                        2026-03-02 09:15:00  hub           routed                       by R1 R2, left out at the door: motivation
                        2026-03-02 09:15:00  coach-org/an  is asked to decide referral  by 2026-03-09, as coach organisation, in view referral-full, notice N1, delivered
                        2026-03-02 09:15:00  vdab          is told                      as employment service, in view referral-fact, notice N2, waiting
                        2026-03-02 09:15:00  hub           step decide referral opened  with coach-org as coach organisation, due 2026-03-09
                        2026-03-02 09:15:00  hub           step talk closed
                        2026-03-02 09:15:01  coach-org     could not be reached         notice N1, status 503, server error
                        2026-03-02 09:15:02  coach-org     received                     notice N1, status 200
                        2026-03-02 09:15:03  coach-org     confirmed having it          notice N1
                        2026-03-02 09:15:04  coach-org     answered                     notice N1, refused, step closed
                        2026-03-02 09:15:05  vdab          refused for good             notice N2, attempt 5, status 422, refused, field x is unknown

                        Needs attention
                          1  Notices that were refused for good.
                        """);
        assertThat(run.exitCode()).isEqualTo(1);
    }

    @Test
    void aReferenceThatNobodyKnowsIsWrongUse() {
        // When
        Run run = Run.of("trace", "NOTHING", "--url", hub.url());

        // Then
        assertThat(run.err()).isEqualTo("Nothing is known under this reference.\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.exitCode()).isEqualTo(2);
    }
}
