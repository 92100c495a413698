package eu.estafette.console.http;

import static eu.estafette.console.fixture.Entries.NOW;
import static eu.estafette.console.fixture.Entries.decided;
import static eu.estafette.console.fixture.Entries.event;
import static eu.estafette.console.fixture.Entries.head;
import static eu.estafette.console.fixture.Entries.hold;
import static eu.estafette.console.fixture.Entries.holds;
import static eu.estafette.console.fixture.Entries.undecidable;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.JournalEntry;
import java.util.List;
import org.junit.jupiter.api.Test;

class EventStatusTest extends HttpTest {

    @Test
    void aRoutedEventShowsItsCaseAndWhenItWasAccepted() {
        // Given
        model.journaled(decided("E1", 4, "gemeente", "C1").setReason("SUPERSEDED"));

        // When
        Answer answer = get("gemeente", "/api/events/E1?at=0-4");

        // Then
        assertThat(answer.ok())
                .hasToString(
                        "{\"id\":\"E1\",\"source\":\"urn:estafette:party:gemeente\",\"type\":\"eu.estafette.case.v1.referral.notify.requested\","
                                + "\"state\":\"ROUTED\",\"note\":\"SUPERSEDED\",\"caseRef\":\"E1-C1\",\"duplicates\":0,"
                                + "\"acceptedAt\":\"2026-03-02T08:15:00Z\"}");
    }

    @Test
    void anEventThatTheReadModelHasNotReachedYetIsAccepted() {
        // Given
        model.journaled(decided("E1", 4, "gemeente", "C1"));

        // When, Then: the next offset, and a partition of which nothing is known
        assertThat(get("gemeente", "/api/events/E2?at=0-5").ok())
                .hasToString("{\"id\":\"E2\",\"state\":\"ACCEPTED\",\"duplicates\":0}");
        assertThat(get("gemeente", "/api/events/E2?at=3-0").ok().path("state").asText())
                .isEqualTo("ACCEPTED");
    }

    @Test
    void anEventThatDoesNotExistIsNotFoundOnceItsPositionWasReached() {
        // Given
        model.journaled(decided("E1", 4, "gemeente", "C1"));

        // When, Then
        assertThat(get("gemeente", "/api/events/E9?at=0-3").problem(404)).contains("no event with this id");
        assertThat(get("gemeente", "/api/events/E9").problem(404)).contains("no event with this id");
    }

    @Test
    void aHeldEventSaysWhyAndUntilWhen() {
        // Given
        model.journaled(undecidable("E1", 1, "gemeente")
                .setState("HELD")
                .setReason("NO_CASE")
                .setUntil(NOW.plusSeconds(60)));

        // When
        var body = get("gemeente", "/api/events/E1").ok();

        // Then
        assertThat(body.path("state").asText()).isEqualTo("HELD");
        assertThat(body.path("reason").asText()).isEqualTo("NO_CASE");
        assertThat(body.path("held")).hasToString("[{\"until\":\"2026-03-02T08:16:00Z\"}]");
        assertThat(body.has("note")).isFalse();
    }

    @Test
    void theCoachSideAndAgenciesSeeForWhomAndForWhatConsentIsWaitedFor() {
        // Given
        aSignalHeldForConsent("coach-org");

        // When
        var body = get("coach-org", "/api/events/E1").ok();

        // Then
        assertThat(body.path("state").asText()).isEqualTo("HELD");
        assertThat(body.path("reason").asText()).isEqualTo("CONSENT");
        assertThat(body.path("held"))
                .hasToString(
                        "[{\"category\":\"SIGNAL_CONTENT\",\"role\":\"COMMISSIONER\",\"until\":\"2026-03-02T08:16:00Z\"},"
                                + "{\"category\":\"CONTACT\",\"role\":\"SPECIALIST\",\"until\":\"2026-03-02T08:17:00Z\"},"
                                + "{\"category\":\"REFERRAL\",\"role\":\"SPECIALIST\",\"until\":\"2026-03-02T08:17:00Z\"}]");
    }

    @Test
    void anEmployerSeesTheDateOnly() {
        // Given
        aSignalHeldForConsent("resto");

        // When
        var body = get("resto", "/api/events/E1").ok();

        // Then
        assertThat(body.path("state").asText()).isEqualTo("HELD");
        assertThat(body.path("held")).hasToString("[{\"until\":\"2026-03-02T08:16:00Z\"}]");
        assertThat(body.has("reason")).isFalse();
        assertThat(get("gemeente", "/api/events/E1").problem(404)).isNotEmpty();
    }

    @Test
    void aFormerCoachSeesTheDateOnly() {
        // Given
        aSignalHeldForConsent("coach-org");

        // When
        model.stored("aa/head", head("C1", "RUNNING", holds("COMMISSIONER", "gemeente")));

        // Then
        assertThat(get("coach-org", "/api/events/E1").ok().path("held"))
                .hasToString("[{\"until\":\"2026-03-02T08:16:00Z\"}]");
    }

    @Test
    void whatIsReleasedOrOverIsNoLongerWaitedFor() {
        // Given
        aSignalHeldForConsent("coach-org");

        // When
        model.journaled(decided("E2", 2, "coach-org", "C1")
                .setHolds(
                        List.of(hold("RELEASED", 1, "COMMISSIONER", "gemeente").build())));
        var halfway = get("coach-org", "/api/events/E1").ok();
        model.journaled(
                decided("E3", 3, "coach-org", "C1")
                        .setHolds(List.of(hold("EXPIRED", 1, "SPECIALIST", "debt-help")
                                .setReason("CONSENT_REFUSED")
                                .build())),
                decided("E1", 1, "coach-org", "C1").setReason("CONSENT_REFUSED"));
        var settled = get("coach-org", "/api/events/E1").ok();

        // Then
        assertThat(halfway.path("state").asText()).isEqualTo("HELD");
        assertThat(halfway.path("held"))
                .hasSize(2)
                .allMatch(held -> held.path("role").asText().equals("SPECIALIST"));
        assertThat(settled.path("state").asText()).isEqualTo("ROUTED");
        assertThat(settled.path("note").asText()).isEqualTo("CONSENT_REFUSED");
        assertThat(settled.has("held")).isFalse();
        assertThat(model.jdbc().queryForList("select state from estafette.hold order by id", String.class))
                .containsExactly("RELEASED", "EXPIRED");
    }

    private void aSignalHeldForConsent(String sender) {
        model.journaled(decided("E1", 1, sender, "C1")
                .setState("HELD")
                .setReason("CONSENT")
                .setUntil(NOW.plusSeconds(60))
                .setHolds(List.of(
                        hold("HELD", 1, "COMMISSIONER", "gemeente", "SIGNAL_CONTENT")
                                .build(),
                        hold("HELD", 1, "SPECIALIST", "debt-help", "CONTACT", "REFERRAL")
                                .setUntil(NOW.plusSeconds(120))
                                .build())));
        model.stored(
                "aa/head",
                head(
                        "C1",
                        "RUNNING",
                        holds("COMMISSIONER", "gemeente"),
                        holds("COACH_ORGANISATION", "coach-org"),
                        holds("EMPLOYER", "resto"),
                        holds("SPECIALIST", "debt-help")));
    }

    @Test
    void aSecondPostOfTheSameIdCountsAsADuplicateOfTheFirst() {
        // Given
        model.journaled(
                decided("E1", 1, "gemeente", "C1"),
                decided("E1", 2, "gemeente", "C1").setState("DUPLICATE"),
                decided("E1", 3, "gemeente", "C1").setState("DUPLICATE"));

        // When
        var body = get("gemeente", "/api/events/E1?at=0-3").ok();

        // Then
        assertThat(body.path("state").asText()).isEqualTo("ROUTED");
        assertThat(body.path("duplicates").asInt()).isEqualTo(2);
    }

    @Test
    void aSecondPostWithOtherDataIsShownAsRefusedUnderItsOwnPosition() {
        // Given
        model.journaled(
                decided("E1", 1, "gemeente", "C1"),
                decided("E1", 2, "gemeente", "C1").setState("REFUSED").setReason("VERSION_REUSED"));

        // When, Then
        assertThat(get("gemeente", "/api/events/E1?at=0-2").ok().path("reason").asText())
                .isEqualTo("VERSION_REUSED");
        assertThat(get("gemeente", "/api/events/E1?at=0-1").ok().path("state").asText())
                .isEqualTo("ROUTED");
        assertThat(get("gemeente", "/api/events/E1").ok().path("state").asText())
                .isEqualTo("ROUTED");
    }

    @Test
    void anEventThatRepeatsAnotherIdsContentIsADuplicateItself() {
        // Given
        model.journaled(
                decided("E1", 1, "gemeente", "C1"),
                decided("E2", 2, "gemeente", "C1").setState("DUPLICATE"));

        // When
        var body = get("gemeente", "/api/events/E2").ok();

        // Then
        assertThat(body.path("state").asText()).isEqualTo("DUPLICATE");
        assertThat(body.path("duplicates").asInt()).isZero();
    }

    @Test
    void aPartyNeverSeesAnothersEventEvenUnderTheSameId() {
        // Given
        JournalEntry.Builder others = decided("E1", 2, "buddies", "C2");
        others.setEvent(event("E1", 2, "buddies", "signal.raised", "SECRET").build());
        model.journaled(decided("E1", 1, "gemeente", "C1"), others, decided("E7", 3, "buddies", "C2"));

        // When, Then
        assertThat(get("gemeente", "/api/events/E1?at=0-2").ok().path("caseRef").asText())
                .isEqualTo("E1-C1");
        assertThat(get("gemeente", "/api/events/E7?at=0-3").problem(404)).contains("no event with this id");
    }

    @Test
    void anIdMayHoldSlashesAndOtherMarks() {
        // Given
        model.journaled(decided("2026/17 a|b", 1, "gemeente", "C1"));

        // When, Then
        assertThat(get("gemeente", "/api/events/2026/17%20a%7Cb?at=0-1")
                        .ok()
                        .path("id")
                        .asText())
                .isEqualTo("2026/17 a|b");
    }

    @Test
    void aPositionThatIsNoneIsABadRequestThatNamesTheParameter() {
        // When
        Answer answer = get("gemeente", "/api/events/E1?at=yesterday");

        // Then
        answer.problem(400);
        assertThat(answer.body().path("issues").path(0).path("name").asText()).isEqualTo("at");
        assertThat(answer.body().path("issues").path(0).path("value").asText()).isEqualTo("yesterday");
    }
}
