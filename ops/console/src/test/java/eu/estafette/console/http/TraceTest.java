package eu.estafette.console.http;

import static eu.estafette.console.fixture.Entries.NOW;
import static eu.estafette.console.fixture.Entries.TODAY;
import static eu.estafette.console.fixture.Entries.act;
import static eu.estafette.console.fixture.Entries.called;
import static eu.estafette.console.fixture.Entries.decided;
import static eu.estafette.console.fixture.Entries.event;
import static eu.estafette.console.fixture.Entries.inform;
import static eu.estafette.console.fixture.Entries.step;
import static eu.estafette.console.fixture.Entries.undecidable;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.estafette.contract.message.JournalAnswer;
import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.JournalNotice;
import java.net.URLEncoder;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceTest extends HttpTest {

    private static final JournalNotice ASKED = act("N1", "coach-org", "COACH_ORGANISATION", "DECIDE-REFERRAL");
    private static final JournalNotice TOLD = inform("N2", "vdab", "EMPLOYMENT_SERVICE", "referral-fact");

    @BeforeEach
    void aReferralThatIsAskedDeliveredAndAnswered() {
        model.journaled(
                decided("E1", 1, "gemeente", "C1")
                        .setRules(List.of("R1", "R2"))
                        .setNotices(List.of(ASKED, TOLD))
                        .setSteps(List.of(step("OPENED", "DECIDE-REFERRAL", "COACH_ORGANISATION", "coach-org", "N1")
                                .build())),
                called("ATTEMPTED", ASKED, "C1")
                        .setStatus(503)
                        .setReason("SERVER_ERROR")
                        .setAt(NOW.plusSeconds(1)),
                called("DELIVERED", ASKED, "C1").setStatus(200).setAt(NOW.plusSeconds(2)),
                receipt(2, "N1|TRANSPORT|1").setAt(NOW.plusSeconds(3)),
                receipt(3, "N1|BUSINESS|1")
                        .setAt(NOW.plusSeconds(4))
                        .setAnswer(new JournalAnswer("DECLINED", "NO_CAPACITY"))
                        .setSteps(List.of(step("TAKEN", "DECIDE-REFERRAL", "COACH_ORGANISATION", "coach-org", "N1")
                                .build())),
                decided("E9", 9, "gemeente", "C9").setAt(NOW.plusSeconds(5)));
    }

    @Test
    void aNoticeThatWasAskedBackShowsByWhatAndThatItIsWithdrawn() {
        // Given
        model.journaled(
                decided("E2", 5, "gemeente", "C1").setRecalled(List.of("N2")).setAt(NOW.plusSeconds(6)),
                called("WITHDRAWN", TOLD, "C1").setAttempt(null).setAt(NOW.plusSeconds(7)));

        // When
        Answer answer = get("operator", "/api/ops/trace/N2");

        // Then
        assertThat(answer.ok().path("items").findValuesAsText("kind"))
                .containsSubsequence("NOTICE", "RECALLED", "WITHDRAWN");
        assertThat(answer.body().toString())
                .contains("\"view\":\"referral-fact\",\"state\":\"WITHDRAWN\"")
                .contains("\"kind\":\"RECALLED\",\"noticeIds\":[\"N2\"]");
    }

    @Test
    void aCaseRefShowsTheWholeWayInOrder() {
        // When
        Answer answer = get("operator", "/api/ops/trace/E1-C1");

        // Then
        assertThat(lines(answer.ok()))
                .containsExactly(
                        "ACCEPTED gemeente",
                        "DECIDED ROUTED R1,R2",
                        "NOTICE N1 coach-org",
                        "NOTICE N2 vdab",
                        "STEPS OPENED",
                        "ATTEMPTED N1 coach-org",
                        "DELIVERED N1 coach-org",
                        "ANSWERED N1 coach-org ROUTED",
                        "ANSWERED N1 coach-org ROUTED",
                        "STEPS TAKEN");
        assertThat(answer.body().path("complete").asBoolean()).isTrue();
        assertThat(answer.body().path("caseRefs")).hasToString("[\"E1-C1\"]");
        assertThat(answer.body().path("attention")).isEmpty();
    }

    @Test
    void itemsSayAllThatIsKnownAndNothingOfTheContent() {
        // When
        JsonNode items = get("operator", "/api/ops/trace/E1").ok().path("items");

        // Then
        assertThat(items.path(0))
                .hasToString(
                        "{\"at\":\"2026-03-02T08:15:00Z\",\"kind\":\"ACCEPTED\",\"eventId\":\"E1\",\"source\":\"urn:estafette:party:gemeente\","
                                + "\"party\":\"gemeente\",\"type\":\"referral.requested\",\"businessKey\":\"KEY-E1\",\"action\":\"ORIGINAL\",\"version\":1,"
                                + "\"caseRef\":\"E1-C1\"}");
        assertThat(items.path(1))
                .hasToString(
                        "{\"at\":\"2026-03-02T08:15:00.025Z\",\"kind\":\"DECIDED\",\"eventId\":\"E1\",\"type\":\"referral.requested\","
                                + "\"state\":\"ROUTED\",\"rules\":[\"R1\",\"R2\"],\"droppedFields\":[]}");
        assertThat(items.path(2))
                .hasToString(
                        "{\"at\":\"2026-03-02T08:15:00.025Z\",\"kind\":\"NOTICE\",\"noticeId\":\"N1\",\"party\":\"coach-org\","
                                + "\"role\":\"COACH_ORGANISATION\",\"purpose\":\"ACT\",\"view\":\"referral-full\",\"step\":\"DECIDE-REFERRAL\","
                                + "\"due\":\"2026-03-09\",\"rule\":\"R1\",\"state\":\"DELIVERED\"}");
        assertThat(items.path(4).path("changes").path(0))
                .hasToString(
                        "{\"due\": \"2026-03-09\", \"code\": \"DECIDE-REFERRAL\", \"owner\": \"COACH_ORGANISATION\", \"party\": \"coach-org\", \"change\": \"OPENED\"}"
                                .replace("\": \"", "\":\"")
                                .replace("\", \"", "\",\""));
        assertThat(items.path(5))
                .hasToString(
                        "{\"at\":\"2026-03-02T08:15:01Z\",\"kind\":\"ATTEMPTED\",\"noticeId\":\"N1\",\"party\":\"coach-org\",\"attempt\":1,"
                                + "\"status\":503,\"reason\":\"SERVER_ERROR\"}");
        assertThat(items.path(8))
                .hasToString(
                        "{\"at\":\"2026-03-02T08:15:04Z\",\"kind\":\"ANSWERED\",\"noticeId\":\"N1\",\"party\":\"coach-org\",\"level\":\"BUSINESS\","
                                + "\"outcome\":\"DECLINED\",\"outcomeReason\":\"NO_CAPACITY\",\"state\":\"ROUTED\"}");
    }

    @Test
    void anEventIdAndABusinessKeyShowTheSameWay() {
        // When
        List<String> byId = lines(get("operator", "/api/ops/trace/E1").ok());
        List<String> byKey = lines(get("operator", "/api/ops/trace/KEY-E1").ok());

        // Then
        assertThat(byId).hasSize(10).isEqualTo(byKey);
    }

    @Test
    void aNoticeIdShowsItsOwnWayOnly() {
        assertThat(lines(get("operator", "/api/ops/trace/N2").ok()))
                .containsExactly("ACCEPTED gemeente", "DECIDED ROUTED R1,R2", "NOTICE N2 vdab", "STEPS OPENED");
    }

    @Test
    void aHeldEventIsAcceptedOnceAndDecidedTwice() {
        // Given
        model.journaled(
                undecidable("E5", 5, "buddies")
                        .setState("HELD")
                        .setReason("NO_CASE")
                        .setAt(NOW.plusSeconds(1)),
                decided("E5", 5, "buddies", "C5").setAt(NOW.plusSeconds(2)));

        // When, Then
        assertThat(lines(get("operator", "/api/ops/trace/E5").ok()))
                .containsExactly("ACCEPTED buddies", "DECIDED HELD ", "DECIDED ROUTED ");
    }

    @Test
    void whatIsStuckOnTheWayNeedsSomebody() {
        // Given
        model.journaled(
                called("DEAD", TOLD, "C1").setReason("REFUSED").setAt(NOW.plusSeconds(6)),
                decided("E3", 4, "coach-org", "C1")
                        .setAt(NOW.plusSeconds(7))
                        .setSteps(List.of(step("MOVED", "DECIDE-REFERRAL", "OPERATOR", "hub", null)
                                .setDue(TODAY.minusDays(3))
                                .build())));

        // When, Then
        assertThat(get("operator", "/api/ops/trace/E1-C1").each("attention", "code"))
                .containsExactly("STEP_UNOWNED", "STEP_OVERDUE", "NOTICE_DEAD");
    }

    @Test
    void aBusinessKeyMayHoldSlashes() {
        // Given
        model.journaled(decided("E7", 7, "gemeente", "C7")
                .setEvent(event("E7", 7, "gemeente", "referral.requested", "REF/2026/17")
                        .build()));

        // When, Then
        assertThat(lines(get("operator", "/api/ops/trace/REF/2026/17").ok())).contains("ACCEPTED gemeente");
    }

    @ParameterizedTest
    @ValueSource(strings = {"magda/D77", "REF//2026;a=b", "100%/é ?x=1&y=2#z", "../D77", "back\\slash", "+1"})
    void aReferenceOfAnySignsIsFoundAsAParameter(String key) {
        // Given
        model.journaled(decided("E7", 7, "gemeente", "C7")
                .setEvent(event("E7", 7, "gemeente", "referral.requested", key).build()));

        // When
        Answer answer = get("operator", "/api/ops/trace?ref=" + URLEncoder.encode(key, UTF_8));

        // Then
        assertThat(lines(answer.ok())).contains("ACCEPTED gemeente");
        assertThat(answer.body().path("ref").asText()).isEqualTo(key);
    }

    @Test
    void aTraceOfNothingIsABadRequest() {
        assertThat(get("operator", "/api/ops/trace").status()).isEqualTo(400);
    }

    @Test
    void anUnknownReferenceIsNotFound() {
        assertThat(get("operator", "/api/ops/trace/NOTHING").problem(404)).contains("Nothing is known");
    }

    private static JournalEntry.Builder receipt(long offset, String key) {
        return decided(key, offset, "coach-org", "C1")
                .setEvent(
                        event(key, offset, "coach-org", "notice.answered", key).build());
    }

    private static List<String> lines(JsonNode trace) {
        return StreamSupport.stream(trace.path("items").spliterator(), false)
                .map(TraceTest::line)
                .toList();
    }

    private static String line(JsonNode item) {
        String kind = item.path("kind").asText();
        String party = item.path("party").asText();
        return kind + " "
                + switch (kind) {
                    case "ACCEPTED" -> party;
                    case "DECIDED" ->
                        item.path("state").asText()
                                + " "
                                + String.join(
                                        ",",
                                        StreamSupport.stream(item.path("rules").spliterator(), false)
                                                .map(JsonNode::asText)
                                                .toList());
                    case "STEPS" -> item.path("changes").path(0).path("change").asText();
                    case "ANSWERED" ->
                        item.path("noticeId").asText() + " " + party + " "
                                + item.path("state").asText();
                    default -> item.path("noticeId").asText() + " " + party;
                };
    }
}
