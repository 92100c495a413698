package eu.estafette.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LanesCommandTest extends HubTest {

    private static final String CLOSED =
            "{\"party\":\"coach-org\",\"waiting\":0,\"dead\":0,\"inFlight\":1,\"window\":8,\"circuit\":\"CLOSED\"}";
    private static final String OPEN = """
            {"party":"vdab","waiting":120,"oldestWaiting":"2026-03-02T07:00:00Z","dead":1,"inFlight":0,"window":8,
             "circuit":"OPEN","circuitSince":"2026-03-02T07:00:05Z","nextTry":"2026-03-02T08:00:05Z","trouble":"No answer in 10 s."}
            """;
    private static final String ELSEWHERE = "{\"party\":\"uwv\",\"waiting\":0,\"dead\":0}";
    private static final String TROUBLED =
            "{\"code\":\"CIRCUIT_OPEN\",\"count\":1,\"text\":\"Lanes whose party cannot be reached.\"}";

    @Test
    void eachPartyHasALine() {
        // Given
        hub.answers(report(TROUBLED, CLOSED, ELSEWHERE, OPEN));

        // When
        Typed lanes = type("lanes");

        // Then
        assertThat(lanes.out())
                .containsExactly(
                        "PARTY      WAITING  OLDEST SINCE         DEAD  CALLS  CIRCUIT  SINCE                NEXT TRY             TROUBLE",
                        "coach-org        0  -                       0  1/8    closed   -                    -",
                        "uwv              0  -                       0  -      -        -                    -",
                        "vdab           120  2026-03-02 08:00:00     1  0/8    open     2026-03-02 08:00:05  2026-03-02 09:00:05  No answer in 10 s.",
                        "Times in Europe/Brussels. CALLS: running of the most at once; a dash: another process delivers.",
                        "",
                        "Needs attention:",
                        "  1 x Lanes whose party cannot be reached.");
        assertThat(lanes.exit()).isEqualTo(1);
    }

    @Test
    void lanesThatAllRunNeedNobody() {
        // Given
        hub.answers(report("", CLOSED, ELSEWHERE));

        // When
        Typed lanes = type("lanes");

        // Then
        assertThat(lanes.out()).endsWith("", "Nothing needs attention.");
        assertThat(lanes.exit()).isZero();
    }

    @Test
    void jsonIsTheHubsAnswerUnchanged() {
        // Given
        hub.answers(report(TROUBLED, OPEN));

        // When
        Typed lanes = type("lanes", "--json");

        // Then
        assertThat(String.join("\n", lanes.out())).isEqualTo(report(TROUBLED, OPEN));
        assertThat(lanes.exit()).isEqualTo(1);
    }

    private static String report(String attention, String... items) {
        return "{\"items\":[" + String.join(",", items) + "],\"attention\":[" + attention + "]}";
    }
}
