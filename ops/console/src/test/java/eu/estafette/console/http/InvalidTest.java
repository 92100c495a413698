package eu.estafette.console.http;

import static eu.estafette.console.fixture.Entries.decided;
import static eu.estafette.console.fixture.Entries.undecidable;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvalidTest extends HttpTest {

    @BeforeEach
    void twoThatCouldNotBeDecided() {
        model.journaled(
                undecidable("E2", 17, "gemeente").setReason("UNREADABLE").setDetail("no such field"));
        model.setAside("0-17", "UNREADABLE");
        model.setAside("0-18", "TOO_LARGE");
    }

    @Test
    void theySayWhereTheirOriginalStandsAlsoWhereNobodyCanReadThem() {
        // When
        var invalid = get("operator", "/api/ops/invalid");

        // Then
        assertThat(invalid.each("items", "place")).containsExactly("0-17", "0-18");
        assertThat(invalid.each("items", "reason")).containsExactly("UNREADABLE", "TOO_LARGE");
        var first = invalid.body().path("items").path(0);
        assertThat(first.path("id").asText()).isEqualTo("E2");
        assertThat(first.path("businessKey").asText()).isEqualTo("KEY-E2");
        assertThat(first.path("headers").path("estafette.failure.detail").asText())
                .isEqualTo("no such field");
        assertThat(invalid.body().path("items").path(1).has("id")).isFalse();
        assertThat(invalid.each("attention", "count")).containsExactly("2");
    }

    @Test
    void oneIsPutBackByItsPlaceOrItsId() {
        // When
        var byPlace = post("operator", "/api/ops/invalid/replay", "{'id':'0-18'}");
        var byId = post("operator", "/api/ops/invalid/replay", "{'id':'E2','reason':'mended'}");

        // Then
        assertThat(byPlace.status()).isEqualTo(202);
        assertThat(byId.body()).hasToString("{\"place\":\"0-17\",\"id\":\"E2\",\"state\":\"REPLAYED\"}");
        assertThat(desk.done()).containsExactly("put back 0-18", "put back 0-17");
    }

    @Test
    void oneThatWasPutBackAndDecidedIsRoutedAndAcceptedOnce() {
        // When: as the topics have it then, the event under the place that its sender was told
        model.setAside("0-17", null);
        model.journaled(decided("E2", 17, "gemeente", "C1"));

        // Then
        assertThat(get("operator", "/api/ops/invalid").each("items", "place")).containsExactly("0-18");
        assertThat(get("operator", "/api/ops/status").ok().path("events").path("accepted"))
                .hasToString("{\"ROUTED\":1}");
        assertThat(get("gemeente", "/api/events/E2").ok().path("state").asText())
                .isEqualTo("ROUTED");
    }

    @Test
    void oneIsGivenUpWithAReasonOnly() {
        assertThat(post("operator", "/api/ops/invalid/discard", "{'id':'0-17'}").problem(422))
                .isNotEmpty();
        assertThat(post("operator", "/api/ops/invalid/discard", "{'id':'0-99','reason':'old'}")
                        .problem(422))
                .isNotEmpty();
        assertThat(desk.done()).isEmpty();

        assertThat(post("operator", "/api/ops/invalid/discard", "{'id':'0-17','reason':'sent again'}")
                        .status())
                .isEqualTo(202);
        assertThat(desk.done()).containsExactly("gave up 0-17: sent again");
    }

    @Test
    void whatOneHoldsShowsToWhoSaysWhy() {
        assertThat(get("operator", "/api/ops/invalid/0-17").ok().has("content")).isFalse();
        assertThat(desk.done()).isEmpty();

        var shown = get("operator", "/api/ops/invalid/E2?reason=they+ask").ok();
        assertThat(shown.path("content").asText()).isEqualTo("the content");
        assertThat(desk.done()).containsExactly("read 0-17: they ask");
        assertThat(get("operator", "/api/ops/invalid/0-99").problem(404)).isNotEmpty();
        assertThat(get("operator", "/api/ops/invalid/0-17?reason=").problem(422))
                .isNotEmpty();
    }

    @Test
    void partsOfMessagesThatNeverBecameEventsStandBesideThem() {
        // Given
        model.setAside("door:9f2c-3", "invalidPersonNumber");

        // When
        var invalid = get("operator", "/api/ops/invalid");
        var shown =
                get("operator", "/api/ops/invalid/door:9f2c-3?reason=they+ask").ok();

        // Then
        assertThat(invalid.each("items", "place")).containsExactly("0-17", "0-18", "door:9f2c-3");
        assertThat(invalid.each("items", "reason")).endsWith("invalidPersonNumber");
        assertThat(shown.path("content").asText()).isEqualTo("the content");
        assertThat(desk.done()).containsExactly("read door:9f2c-3: they ask");
    }

    @Test
    void aPartIsReadAgainByWhoeverFetchedIt() {
        // Given
        model.setAside("door:9f2c-3", "roleNotAllowed");

        // When
        var again = post("operator", "/api/ops/invalid/replay", "{'id':'door:9f2c-3'}");

        // Then
        assertThat(again.status()).isEqualTo(202);
        assertThat(again.body()).hasToString("{\"place\":\"door:9f2c-3\",\"state\":\"BEING_READ_AGAIN\"}");
        assertThat(desk.done()).containsExactly("put back door:9f2c-3");
    }

    @Test
    void whatWasSentIsGivenToWhoSaysWhyByWhateverBecameOfIt() {
        // Given
        model.journaled(decided("E1", 3, "gemeente", "C1"));
        model.setAside("door:9f2c-3", "roleNotAllowed");
        String hash = "ab".repeat(32);

        // When
        for (String name : new String[] {"E1", "0-3", "E2", "door:9f2c-3", hash}) {
            assertThat(raw("operator", "/api/ops/originals/" + name + "?reason=they+ask"))
                    .isEqualTo("as it came");
        }

        // Then
        assertThat(desk.done()).hasSize(5).allMatch(done -> done.endsWith(": they ask"));
        assertThat(desk.done().get(0)).contains("Accepted", "place=0-3");
        assertThat(desk.done().get(1)).contains("Accepted", "place=0-3");
        assertThat(desk.done().get(2)).contains("Accepted", "place=0-17");
        assertThat(desk.done().get(3)).contains("SetAside", "place=door:9f2c-3");
        assertThat(desk.done().get(4)).contains("Named", hash);
        for (String refused : new String[] {"/api/ops/originals/E1", "/api/ops/originals/E1?reason="}) {
            assertThat(get("operator", refused).problem(422)).isNotEmpty();
        }
        assertThat(get("operator", "/api/ops/originals/nothing?reason=why").problem(404))
                .isNotEmpty();
        assertThat(get("gemeente", "/api/ops/originals/E1?reason=why").problem(403))
                .isNotEmpty();
        assertThat(desk.done()).hasSize(5);
    }
}
