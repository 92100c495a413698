package eu.estafette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What bad input gets at the door of a running hub: an answer that names the field, says what was wrong, and keeps nothing. */
class BadInputIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String PROBLEM = "application/problem+json";
    private static final Referral GOOD = new Referral("good", "999990342", "REF-GOOD");

    @TempDir
    static Path folder;

    private static Receiver coaches;
    private static Jvm hub;
    private static PartnerApi api;
    private static String token;

    @BeforeAll
    static void start() throws Exception {
        coaches = Receiver.start();
        hub = Jvm.hub(
                folder,
                "--config",
                Parties.write(folder.resolve("config"), coaches.url()).toString());
        api = new PartnerApi(hub.address());
        token = api.token("gemeente-oost");
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
        coaches.close();
    }

    @Test
    void aCallWithoutATokenIsToldToBringOne() throws Exception {
        HttpResponse<String> response = api.postEvent("", GOOD.json());

        assertThat(response.statusCode()).isEqualTo(401);
        assertThat(response.headers().firstValue("WWW-Authenticate"))
                .hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
    }

    @Test
    void aTokenOfAnotherIssuerIsRefused() throws Exception {
        HttpResponse<String> response =
                api.postEvent("eyJhbGciOiJub25lIn0.eyJzdWIiOiJnZW1lZW50ZS1vb3N0In0.", GOOD.json());

        assertThat(response.statusCode()).isEqualTo(401);
    }

    @Test
    void theSourceOfAnotherPartyIsForbiddenAndOnRecord() throws Exception {
        HttpResponse<String> response =
                api.postEvent(token, GOOD.json().replace("party:gemeente-oost\"", "party:jobcoach-noord\""));

        assertThat(response.statusCode()).isEqualTo(403);
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(api.json("/api/ops/status", api.token("operator"))
                        .path("events")
                        .path("refusedAtDoor")
                        .asLong())
                .isPositive());
    }

    @Test
    void everyFaultOfAMessageIsListedWithItsPath() throws Exception {
        String json = GOOD.json()
                .replace("\"occurredOn\":\"2026-03-02\"", "\"occurredOn\":\"2 March\"")
                .replace("\"businessKey\":\"REF-GOOD\",", "")
                .replace("\"requestedStart\":\"2026-03-16\"", "\"requestedStart\":20260316,\"colour\":\"red\"");
        HttpResponse<String> response = api.postEvent(token, json);

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(PROBLEM));
        assertThat(issues(response))
                .contains("data.occurredOn", "data.businessKey", "data.requestedStart", "data.colour");
    }

    @Test
    void whatIsNoJsonOrNoCloudEventIsABadRequest() throws Exception {
        assertThat(api.postEvent(token, "{").statusCode()).isEqualTo(400);
        assertThat(api.postEvent(token, GOOD.json().replace("\"specversion\":\"1.0\"", "\"specversion\":\"0.3\""))
                        .statusCode())
                .isEqualTo(400);
        assertThat(api.postEvent(token, GOOD.json().replace("referral.notify.requested", "referral.notify.lost"))
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aWrongCheckDigitNamesTheFieldAndDoesNotEchoTheNumber() throws Exception {
        HttpResponse<String> response = api.postEvent(token, GOOD.json().replace("999990342", "999990341"));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(issues(response)).contains("data.subject.number");
        assertThat(response.body()).doesNotContain("999990341");
    }

    @Test
    void aNumberTypedWithDotsIsAcceptedAndNormalised() throws Exception {
        HttpResponse<String> response = api.postEvent(
                token, new Referral("dots", "999990342", "REF-DOTS").json().replace("999990342", "9999.90.342"));

        assertThat(response.statusCode()).isEqualTo(202);
    }

    @Test
    void anUnknownPartyAndAnUnknownRulesetAreUnprocessable() throws Exception {
        HttpResponse<String> response = api.postEvent(
                token,
                GOOD.json()
                        .replace("\"party\":\"jobcoach-noord\"", "\"party\":\"nobody\"")
                        .replace("\"ruleset\":\"netherlands-municipality\"", "\"ruleset\":\"atlantis\""));

        assertThat(response.statusCode()).isEqualTo(422);
        assertThat(issues(response)).contains("data.ruleset").anyMatch(name -> name.startsWith("data.roles"));
    }

    @Test
    void ofABatchWithOneBadEventTheGoodOnesAreKept() throws Exception {
        String good = new Referral("batch-1", "111222333", "REF-B1").json();
        String bad = new Referral("batch-2", "123456789", "REF-B2").json();
        HttpResponse<String> response =
                api.post("/api/events", token, "application/cloudevents-batch+json", "[" + good + "," + bad + "]");

        assertThat(response.statusCode()).isEqualTo(207);
        JsonNode items = PartnerApi.JSON.readTree(response.body()).path("items");
        assertThat(items.path(0).path("status").asInt()).isEqualTo(202);
        assertThat(items.path(1).path("status").asInt()).isEqualTo(422);
        await().atMost(PATIENCE)
                .until(() -> api.json(items.path(0).path("location").asText(), token)
                        .path("state")
                        .asText()
                        .equals("ROUTED"));
    }

    @Test
    void tooMuchOrTheWrongKindIsRefused() throws Exception {
        String large = GOOD.json().replace("Sam", "S".repeat(1024 * 1024 + 1));
        assertThat(api.postEvent(token, large).statusCode()).isEqualTo(413);
        assertThat(api.post("/api/events", token, "text/xml", "<event/>").statusCode())
                .isEqualTo(415);
        assertThat(api.post("/api/events", token, "application/cloudevents+json; charset=utf-16", GOOD.json())
                        .statusCode())
                .isEqualTo(415);
    }

    @Test
    void moreThanAPartysRateIsToldToWait() throws Exception {
        String hasty = api.token("gemeente-haast");
        String event = GOOD.json().replace("gemeente-oost", "gemeente-haast");
        HttpResponse<String> batch = api.post(
                "/api/events",
                hasty,
                "application/cloudevents-batch+json",
                Collections.nCopies(300, event).toString());
        HttpResponse<String> response = api.postEvent(hasty, event);

        assertThat(batch.statusCode()).isEqualTo(207);
        assertThat(response.statusCode()).isEqualTo(429);
        assertThat(response.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith(PROBLEM));
        assertThat(response.headers().firstValueAsLong("Retry-After").orElseThrow())
                .isBetween(1L, 300L);
    }

    @Test
    void anAnswerToANoticeOfSomebodyElseIsNotFound() throws Exception {
        HttpResponse<String> response = api.post(
                "/api/notices/N1-00000000000000000000000000000000000000/answer",
                token,
                "application/json",
                "{\"outcome\":\"ACCEPTED\"}");

        assertThat(response.statusCode()).isEqualTo(404);
    }

    @Test
    void aSecondPostOfTheSameEventIsAcceptedAndShownAsADuplicate() throws Exception {
        String event = new Referral("twice", "249566758", "REF-TWICE").json();
        String first =
                api.postEvent(token, event).headers().firstValue("Location").orElseThrow();
        String second =
                api.postEvent(token, event).headers().firstValue("Location").orElseThrow();

        assertThat(first.replaceAll("\\?.*", "")).isEqualTo(second.replaceAll("\\?.*", ""));
        await().atMost(PATIENCE).untilAsserted(() -> {
            JsonNode state = api.json(second, token);
            assertThat(state.path("state").asText()).isEqualTo("ROUTED");
            assertThat(state.path("duplicates").asInt()).isEqualTo(1);
        });
    }

    private static List<String> issues(HttpResponse<String> response) throws Exception {
        JsonNode problem = PartnerApi.JSON.readTree(response.body());
        return StreamSupport.stream(problem.path("issues").spliterator(), false)
                .map(issue -> issue.path("name").asText())
                .toList();
    }
}
