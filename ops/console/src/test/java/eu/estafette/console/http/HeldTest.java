package eu.estafette.console.http;

import static eu.estafette.console.fixture.Entries.NOW;
import static eu.estafette.console.fixture.Entries.decided;
import static eu.estafette.console.fixture.Entries.event;
import static eu.estafette.console.fixture.Entries.hold;
import static eu.estafette.console.fixture.Entries.undecidable;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.console.desk.HoldReview;
import eu.estafette.console.desk.HoldReview.Verdict;
import eu.estafette.contract.message.JournalEntry;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeldTest extends HttpTest {

    private static final Instant UNTIL = Instant.parse("2026-03-08T23:00:00Z");

    @BeforeEach
    void oneWaitsForItsOriginalAndOneForConsent() {
        model.journaled(
                held("E2", 17, "NO_ORIGINAL"),
                decided("E3", 18, "coach-org", "C1")
                        .setState("HELD")
                        .setReason("CONSENT")
                        .setUntil(UNTIL)
                        .setHolds(List.of(
                                hold("HELD", 18, "COMMISSIONER", "gemeente", "SIGNAL_CONTENT")
                                        .setUntil(UNTIL)
                                        .build(),
                                hold("HELD", 18, "REFERRER", "vdab", "SIGNAL_CONTENT")
                                        .setUntil(Instant.parse("2026-03-31T22:00:00Z"))
                                        .build())));
    }

    @Test
    void oneShowsWhatItWaitsForSinceWhenAndUntilWhen() {
        // When
        var original = get("operator", "/api/ops/held/0-17").ok();
        var consent = get("operator", "/api/ops/held/E3").ok();

        // Then
        assertThat(original.path("event").path("reason").asText()).isEqualTo("NO_ORIGINAL");
        assertThat(original.path("event").path("acceptedAt").asText()).isEqualTo(NOW.toString());
        assertThat(original.path("event").path("until").asText()).isEqualTo(UNTIL.toString());
        assertThat(original.path("masked").asBoolean()).isTrue();
        assertThat(original.has("content")).isFalse();
        assertThat(consent.path("event").path("notices").valueStream())
                .extracting(notice -> notice.path("role").asText() + notice.path("categories"))
                .containsExactlyInAnyOrder("COMMISSIONER[\"SIGNAL_CONTENT\"]", "REFERRER[\"SIGNAL_CONTENT\"]");
        assertThat(desk.done()).isEmpty();
        assertThat(get("operator", "/api/ops/held").each("items", "place")).containsExactly("0-17", "0-18");
        assertThat(get("operator", "/api/ops/held/0-99").problem(404)).isNotEmpty();
    }

    @Test
    void whatOneHoldsShowsToWhoSaysWhy() {
        // When
        var shown = get("operator", "/api/ops/held/E2?reason=they+ask").ok();

        // Then
        assertThat(shown.path("content").asText()).isEqualTo("the content");
        assertThat(shown.path("masked").asBoolean()).isFalse();
        assertThat(desk.done()).containsExactly("read 0-17: they ask");
        assertThat(get("operator", "/api/ops/held/E2?reason=").problem(422)).isNotEmpty();
        desk.goAway();
        assertThat(get("operator", "/api/ops/held/E2?reason=they+ask").problem(503))
                .isNotEmpty();
    }

    @Test
    void oneIsDecidedAgainOrGivenUpByItsPlaceOrItsId() {
        // When
        var again = post("operator", "/api/ops/held/replay", "{'id':'0-17'}");
        var gone = post("operator", "/api/ops/held/discard", "{'id':'E2','reason':'sent in error'}");

        // Then
        assertThat(again.status()).isEqualTo(202);
        assertThat(gone.status()).isEqualTo(202);
        assertThat(desk.reviews()).extracting(HoldReview::verdict).containsExactly(Verdict.REPLAY, Verdict.DISCARD);
        assertThat(desk.reviews())
                .extracting(HoldReview::reason)
                .containsExactly(Optional.empty(), Optional.of("sent in error"));
        assertThat(desk.reviews()).allSatisfy(review -> {
            assertThat(review.held().id()).isEqualTo("E2");
            assertThat(review.operator()).isEqualTo("operator");
        });
        assertThat(again.body().path("progress").asText())
                .isEqualTo("/api/ops/held/reviews/" + desk.reviews().getFirst().eventId());
    }

    @Test
    void whatWaitsForConsentIsRefusedWithTheDateOnWhichItEnds() {
        assertThat(post("operator", "/api/ops/held/replay", "{'id':'0-18'}").problem(409))
                .contains("consent")
                .contains("2026-04-01")
                .contains("nothing was done");
        assertThat(post("operator", "/api/ops/held/discard", "{'id':'E3','reason':'old'}")
                        .problem(409))
                .contains("2026-04-01");
        assertThat(desk.reviews()).isEmpty();
    }

    @Test
    void aRefusalNamesTheFieldAndNothingIsDone() {
        assertThat(post("operator", "/api/ops/held/discard", "{'id':'0-17'}").problem(422))
                .isNotEmpty();
        assertThat(post("operator", "/api/ops/held/discard", "{'id':'0-17','reason':'of 999990342'}")
                        .problem(422))
                .isNotEmpty();
        assertThat(post("operator", "/api/ops/held/replay", "{'id':'0-99'}").problem(422))
                .isNotEmpty();
        assertThat(post("operator", "/api/ops/held/replay", "{'id':'0-17','now':true}")
                        .problem(422))
                .isNotEmpty();
        assertThat(desk.reviews()).isEmpty();
    }

    @Test
    void theOutcomeSaysThatItIsStillHeldAndUntilWhen() {
        // Given
        assertThat(get("operator", "/api/ops/held/reviews/R1").problem(404)).isNotEmpty();

        // When: as the router journals a replay that changes nothing
        model.journaled(
                reviewed("R1", 20, "0-17|REPLAY|R1").setReason("STILL_HELD"),
                onRecord("REPLAYED"),
                held("E2", 17, "NO_ORIGINAL"));

        // Then
        var report = get("operator", "/api/ops/held/reviews/R1");
        assertThat(report.ok())
                .hasToString(
                        "{\"review\":\"R1\",\"place\":\"0-17\",\"verdict\":\"REPLAY\",\"state\":\"ROUTED\",\"reason\":\"STILL_HELD\","
                                + "\"event\":\"E2\",\"type\":\"referral.requested\",\"eventState\":\"HELD\",\"eventReason\":\"NO_ORIGINAL\","
                                + "\"until\":\"2026-03-08T23:00:00Z\",\"attention\":[{\"code\":\"HOLD_STILL_HELD\",\"count\":1,"
                                + "\"text\":\"What it waits for is still missing; it waits on.\"}]}");
        assertThat(get("operator", "/api/ops/held").each("items", "place")).contains("0-17");
    }

    @Test
    void itsSenderSeesThatItWasDiscardedAndTheTraceByWhomAndWhy() {
        // When: as the router journals a discard
        model.journaled(
                reviewed("R1", 20, "0-17|DISCARD|R1"),
                onRecord("DISCARDED"),
                held("E2", 17, "DISCARDED").setState("REFUSED").setUntil(null));

        // Then
        var seen = get("gemeente", "/api/events/E2").ok();
        assertThat(seen.path("state").asText()).isEqualTo("REFUSED");
        assertThat(seen.path("reason").asText()).isEqualTo("DISCARDED");
        assertThat(seen.toString()).doesNotContain("ann").doesNotContain("sent in error");
        assertThat(get("operator", "/api/ops/held").each("items", "place")).containsExactly("0-18");
        assertThat(get("operator", "/api/ops/status").ok().path("events").path("accepted"))
                .hasToString("{\"HELD\":1,\"REFUSED\":1,\"ROUTED\":1}");
        assertThat(get("operator", "/api/ops/trace/E2").ok().path("items").toString())
                .contains("\"kind\":\"DISCARDED\"")
                .contains("\"operator\":\"ann\"")
                .contains("sent in error");
        var report = get("operator", "/api/ops/held/reviews/R1").ok();
        assertThat(report.path("eventState").asText()).isEqualTo("REFUSED");
        assertThat(report.path("attention")).isEmpty();
    }

    private static JournalEntry.Builder held(String id, long offset, String reason) {
        return undecidable(id, offset, "gemeente")
                .setState("HELD")
                .setReason(reason)
                .setUntil(UNTIL);
    }

    private static JournalEntry.Builder reviewed(String id, long offset, String key) {
        return JournalEntry.newBuilder()
                .setKind("DECIDED")
                .setAt(NOW.plusSeconds(5))
                .setParty("hub")
                .setState("ROUTED")
                .setPerson("ann")
                .setEvent(event(id, offset, "hub", "hold.reviewed", key).build());
    }

    private static JournalEntry.Builder onRecord(String kind) {
        return undecidable("E2", 17, "gemeente")
                .setKind(kind)
                .setState(null)
                .setPerson("ann")
                .setDetail("sent in error");
    }
}
