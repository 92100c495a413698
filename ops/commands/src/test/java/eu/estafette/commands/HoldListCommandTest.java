package eu.estafette.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HoldListCommandTest extends HubTest {

    private static final String FOR_A_CASE = """
            {"place":"0-17","id":"e1","source":"urn:estafette:party:suwinet","party":"suwinet","type":"employment.started","businessKey":"S1",
             "action":"ORIGINAL","version":1,"reason":"NO_CASE","until":"2026-03-31T22:00:00Z","acceptedAt":"2026-03-02T08:00:00Z",
             "ageDays":3,"notices":[]}
            """;
    private static final String FOR_CONSENT = """
            {"place":"3-4","id":"e2","source":"urn:estafette:party:buddies","party":"buddies","type":"signal.raised","businessKey":"G1",
             "action":"ORIGINAL","version":1,"reason":"CONSENT","until":"2026-03-31T22:00:00Z","caseRef":"E1-AAAA",
             "acceptedAt":"2026-03-02T08:00:00Z","ageDays":3,"notices":[
              {"role":"COUNSELLOR","party":"inslag","categories":["SIGNAL_CONTENT"],"view":"signal-full","until":"2026-03-31T22:00:00Z"},
              {"role":"SPECIALIST","party":"schuldhulp","person":"desk-1","categories":["CONTACT","REFERRAL"],"view":"referral-help",
               "step":"DECIDE-REFERRAL","until":"2026-04-01T22:00:00Z"}]}
            """;

    @Test
    void eachEventSaysWhatItWaitsForAndEachNoticeForWhom() {
        // Given
        hub.answers("{\"items\":[" + FOR_A_CASE + "," + FOR_CONSENT + "],\"next\":\"7\",\"attention\":[]}");

        // When
        Typed held = type("hold", "list");

        // Then
        assertThat(held.out())
                .containsExactly(
                        "PLACE  CASE     EVENT               KEY  FROM     WAITS FOR  BEFORE IT GOES TO                    AS          SHOWING            UNTIL                DAYS HELD",
                        "0-17   -        employment.started  S1   suwinet  a case     -                                    -           -                  2026-04-01 00:00:00          3",
                        "3-4    E1-AAAA  signal.raised       G1   buddies  consent    inslag                               counsellor  signal content     2026-04-01 00:00:00          3",
                        "3-4    E1-AAAA  signal.raised       G1   buddies  consent    schuldhulp/desk-1 (DECIDE-REFERRAL)  specialist  contact, referral  2026-04-02 00:00:00          3",
                        "Times in Europe/Brussels.",
                        "There are more: add --after 7.");
        assertThat(held.exit()).isZero();
        assertThat(hub.asked()).containsExactly("/api/ops/held");
    }

    @Test
    void aHubThatHoldsNothingSaysSo() {
        // Given
        hub.answers("{\"items\":[],\"attention\":[]}");

        // When
        Typed held = type("hold", "list", "--after", "7");

        // Then
        assertThat(held.out()).containsExactly("Nothing is held.");
        assertThat(hub.asked()).containsExactly("/api/ops/held?after=7");
    }
}
