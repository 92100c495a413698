package eu.estafette.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ReconcileCommandTest extends HubTest {

    private static final String SUMS = """
            "day":"2026-03-02","zone":"Europe/Brussels","at":"2026-03-03T01:00:00Z","number":7,
            "senders":[{"party":"town","accepted":12,"inTransit":1,"routed":10,"held":0,"expired":0,"withdrawn":0,"duplicate":0,
             "refused":0,"invalid":1,"holds":true}],
            "receivers":[{"party":"coach-org","notices":3,"delivered":1,"waiting":1,"dead":1,"withdrawn":0,"expired":0,"holds":true}],
            """;

    @Test
    void eachPartyHasItsSums() {
        // Given
        hub.answers("{" + SUMS + "\"differences\":[],\"attention\":[]}");

        // When
        Typed sums = type("reconcile", "--day", "2026-03-02");

        // Then
        assertThat(sums.out())
                .containsExactly(
                        "Sums of 2026-03-02 as of 2026-03-03 02:00:00, report 7.",
                        "",
                        "PARTY  ACCEPTED  IN TRANSIT  ROUTED  HELD  EXPIRED  WITHDRAWN  DUPLICATE  REFUSED  INVALID",
                        "town         12           1      10     0        0          0          0        0        1",
                        "",
                        "PARTY      NOTICES  DELIVERED  WAITING  DEAD  WITHDRAWN  EXPIRED",
                        "coach-org        3          1        1     1          0        0",
                        "",
                        "Nothing needs attention.");
        assertThat(sums.exit()).isZero();
        assertThat(hub.asked()).containsExactly("/api/ops/reconciliation/2026-03-02?maxAge=0");
    }

    @Test
    void aDifferenceIsToldWithItsId() {
        // Given
        hub.answers("{" + SUMS + """
                "differences":[{"kind":"NOTICE_LOST","party":"coach-org","id":"N1-X","detail":"is on no topic any more, and has no receipt"}],
                "attention":[{"code":"NOTICE_LOST","count":1,"text":"notice that has no end and is nowhere"}]}
                """);

        // When
        Typed sums = type("reconcile");

        // Then
        assertThat(sums.out())
                .contains("notice lost: coach-org N1-X is on no topic any more, and has no receipt")
                .endsWith("Needs attention:", "  1 x notice that has no end and is nowhere");
        assertThat(sums.exit()).isEqualTo(1);
        assertThat(hub.asked()).containsExactly("/api/ops/reconciliation/today?maxAge=0");
    }
}
