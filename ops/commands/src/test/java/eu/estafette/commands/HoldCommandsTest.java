package eu.estafette.commands;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class HoldCommandsTest extends HubTest {

    private static final String HELD = """
            {"event":{"place":"3-4","id":"e2","source":"urn:estafette:party:buddies","party":"buddies","type":"signal.raised","businessKey":"G1",
             "action":"ORIGINAL","version":1,"reason":"CONSENT","until":"2026-03-31T22:00:00Z","caseRef":"E1-AAAA",
             "acceptedAt":"2026-03-02T08:00:00Z","ageDays":3,"notices":[
              {"role":"COUNSELLOR","party":"inslag","categories":["SIGNAL_CONTENT"],"view":"signal-full","until":"2026-03-31T22:00:00Z"}]},
             "masked":%s,%s"attention":[]}
            """;
    private static final String GIVEN =
            "{\"place\":\"0-17\",\"id\":\"e1\",\"review\":\"r-1\",\"state\":\"ACCEPTED\",\"progress\":\"/api/ops/held/reviews/r-1\"}";
    private static final String STILL_HELD =
            "{\"review\":\"r-1\",\"place\":\"0-17\",\"verdict\":\"REPLAY\",\"state\":\"ROUTED\",\"reason\":\"STILL_HELD\",\"event\":\"e1\","
                    + "\"eventState\":\"HELD\",\"eventReason\":\"NO_ORIGINAL\",\"until\":\"2026-03-08T23:00:00Z\","
                    + "\"attention\":[{\"code\":\"HOLD_STILL_HELD\",\"count\":1,\"text\":\"It waits on.\"}]}";
    private static final String DISCARDED =
            "{\"review\":\"r-1\",\"place\":\"0-17\",\"verdict\":\"DISCARD\",\"state\":\"ROUTED\",\"event\":\"e1\","
                    + "\"eventState\":\"REFUSED\",\"eventReason\":\"DISCARDED\",\"attention\":[]}";

    @Test
    void oneShowsWhatItWaitsForAndItsContentToWhoSaysWhy() {
        // Given
        hub.answers(HELD.formatted("true", ""));

        // When
        Typed masked = type("hold", "show", "3-4");

        // Then
        assertThat(masked.out())
                .startsWith(
                        "It waits for consent, since 2026-03-02 09:00:00, until 2026-04-01 00:00:00 (Europe/Brussels).",
                        "Consent for signal content before it goes to inslag as counsellor, until 2026-04-01 00:00:00.")
                .endsWith("(--reason shows its content)");
        assertThat(masked.exit()).isZero();

        // When
        hub.answers(HELD.formatted("false", "\"content\":\"{kind: CONFLICT}\","));
        Typed shown = type("hold", "show", "3-4", "--reason", "they ask");

        // Then
        assertThat(shown.out()).endsWith("content: {kind: CONFLICT}");
        assertThat(hub.asked()).containsExactly("/api/ops/held/3-4", "/api/ops/held/3-4?reason=they+ask");
    }

    @Test
    void whatIsNotThereIsSaid() {
        // Given
        hub.refuses(404, "resourceNotFound", "Nothing.");

        // When
        Typed shown = type("hold", "show", "0-99");

        // Then
        assertThat(shown.out()).containsExactly("Nothing is held under 0-99.");
        assertThat(shown.exit()).isEqualTo(1);
    }

    @Test
    void aReplayThatChangedNothingSaysSoAndUntilWhenItWaits() {
        // Given
        hub.accepts(GIVEN);
        hub.answers(STILL_HELD);
        hub.knowsItOnlyAfter(1);

        // When
        Typed replayed = type("hold", "replay", "0-17");

        // Then
        assertThat(replayed.out())
                .containsExactly("0-17: still held, and waits for its original until 2026-03-09 00:00:00.");
        assertThat(replayed.exit()).isEqualTo(1);
        assertThat(hub.asked())
                .containsExactly("/api/ops/held/replay", "/api/ops/held/reviews/r-1", "/api/ops/held/reviews/r-1");
        assertThat(hub.told()).containsExactly("{\"id\":\"0-17\"}");
    }

    @Test
    void severalAreGivenUpOneAfterTheOther() {
        // Given
        hub.accepts(GIVEN);
        hub.answers(DISCARDED);

        // When
        Typed discarded = type("hold", "discard", "0-17", "e9", "--reason", "sent in error", "--json");

        // Then
        assertThat(discarded.out()).containsExactly(DISCARDED, DISCARDED);
        assertThat(discarded.exit()).isZero();
        assertThat(hub.told())
                .containsExactly(
                        "{\"reason\":\"sent in error\",\"id\":\"0-17\"}",
                        "{\"reason\":\"sent in error\",\"id\":\"e9\"}");
    }

    @Test
    void whatIsNotDecidedInTimeIsSaidToBeTaken() {
        // Given
        hub.accepts(GIVEN);
        hub.knowsItOnlyAfter(1_000);

        // When
        Typed replayed = type("hold", "replay", "0-17", "--timeout", "0");

        // Then
        assertThat(replayed.out())
                .containsExactly("0-17: taken, and not decided yet. To see what comes of it: trace r-1");
        assertThat(replayed.exit()).isEqualTo(1);
    }

    @Test
    void aRefusalIsTheHubsSentence() {
        // Given
        hub.refusesPosts(
                409,
                "{\"type\":\"urn:problem-type:estafette:conflict\",\"detail\":\"This event is held for consent, and ends on 2026-04-01.\"}");

        // When
        Typed discarded = type("hold", "discard", "3-4", "--reason", "old");

        // Then
        assertThat(discarded.err())
                .singleElement()
                .asString()
                .contains("held for consent")
                .contains("2026-04-01");
        assertThat(discarded.exit()).isEqualTo(2);
    }

    @Test
    void aDiscardWithoutAReasonIsNotAsked() {
        assertThat(type("hold", "discard", "0-17").err())
                .singleElement()
                .asString()
                .contains("--reason");
        assertThat(type("hold", "discard", "0-17").exit()).isEqualTo(2);
        assertThat(hub.told()).isEmpty();
    }
}
