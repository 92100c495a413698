package eu.estafette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A person gets another number, as partners see it: one case, whatever name they use for it. */
class RenumberedIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String REFERRER = "gemeente-oost";
    private static final String COACHES = "jobcoach-noord";
    private static final List<String> NUMBERS = Bsn.numbers(10);

    @TempDir
    static Path folder;

    private static Jvm hub;
    private static PartnerApi api;

    @BeforeAll
    static void start() throws Exception {
        hub = Jvm.hub(folder);
        api = new PartnerApi(hub.address());
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
    }

    @Test
    void aCaseIsOneWhateverNameIsUsedForIt() throws Exception {
        // Given
        String old = NUMBERS.get(0);
        String renewed = NUMBERS.get(1);
        JsonNode asked = referred("one", old);

        // When
        assertRouted(REFERRER, renumbered("one-n", old, renewed));
        String answer = accepted(api.post(
                "/api/notices/" + asked.path("noticeId").asText() + "/answer",
                api.token(COACHES),
                "application/json",
                "{\"outcome\":\"ACCEPTED\"}"));
        String byOldRef = accepted(api.postEvent(
                api.token(COACHES),
                event(
                        "one-c",
                        COACHES,
                        "coaching.notify.started",
                        "\"caseRef\":\"" + asked.path("caseRef").asText() + "\"",
                        "\"startDate\":\"2026-03-04\"")));
        String byNewNumber = accepted(api.postEvent(api.token(REFERRER), moved("one-m", renewed)));
        String byOldNumber = accepted(api.postEvent(api.token(REFERRER), moved("one-o", old)));

        // Then
        JsonNode state = assertRouted(COACHES, byOldRef);
        String newRef = state.path("caseRef").asText();
        assertThat(newRef).isNotEqualTo(asked.path("caseRef").asText());
        assertRouted(COACHES, answer);
        assertThat(assertRouted(REFERRER, byNewNumber).path("caseRef").asText()).isEqualTo(newRef);
        assertThat(assertRouted(REFERRER, byOldNumber).path("caseRef").asText()).isEqualTo(newRef);
        assertSameCase(asked.path("caseRef").asText(), newRef);
        assertThat(trace(asked.path("caseRef").asText())).isEqualTo(trace(newRef));
    }

    @Test
    void ofTwoCasesOneIsLeftAndBothAreAnswered() throws Exception {
        // Given
        JsonNode older = referred("two-a", NUMBERS.get(2));
        JsonNode younger = referred("two-b", NUMBERS.get(3));

        // When
        assertRouted(REFERRER, renumbered("two-n", NUMBERS.get(2), NUMBERS.get(3)));

        // Then
        for (JsonNode asked : List.of(younger, older)) {
            assertRouted(
                    COACHES,
                    accepted(
                            api.post(
                                    "/api/notices/" + asked.path("noticeId").asText() + "/answer",
                                    api.token(COACHES),
                                    "application/json",
                                    "{\"outcome\":\"DECLINED\",\"reason\":{\"scheme\":\"ESTAFETTE\",\"code\":\"NO_CAPACITY\"}}")));
        }
        assertSameCase(older.path("caseRef").asText(), younger.path("caseRef").asText());
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(noticesOf(older.path("caseRef").asText()))
                        .contains(
                                older.path("noticeId").asText(),
                                younger.path("noticeId").asText()));
        assertThat(api.get("/api/notices?state=open&limit=100", api.token(COACHES))
                        .body())
                .doesNotContain(
                        older.path("noticeId").asText(),
                        younger.path("noticeId").asText());
    }

    @Test
    void theDoorRefusesWhatIsNoRenumbering() throws Exception {
        String number = NUMBERS.get(4);

        assertThat(api.postEvent(api.token(REFERRER), renumbering("bad-1", number, number))
                        .statusCode())
                .isEqualTo(422);
        assertThat(api.postEvent(api.token(REFERRER), renumbering("bad-2", number, "123456789"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(api.postEvent(
                                api.token(REFERRER),
                                event("bad-3", REFERRER, "case.notify.moved", number(number), "\"from\":\"x\""))
                        .statusCode())
                .as("the hub's own")
                .isEqualTo(400);
    }

    /** What the coaches are asked when a person of that number is referred. */
    private static JsonNode referred(String key, String number) throws Exception {
        accepted(api.postEvent(api.token(REFERRER), new Referral("event-" + key, number, "REF-" + key).json()));
        await().atMost(PATIENCE).until(() -> !asked(key).isMissingNode());
        return asked(key);
    }

    private static JsonNode asked(String key) throws Exception {
        JsonNode items = api.json("/api/notices?state=open&limit=100", api.token(COACHES))
                .path("items");
        return StreamSupport.stream(items.spliterator(), false)
                .filter(notice ->
                        notice.path("event").path("businessKey").asText().equals("REF-" + key))
                .findFirst()
                .orElse(items.path("none"));
    }

    private static String renumbered(String key, String old, String renewed) throws Exception {
        return accepted(api.postEvent(api.token(REFERRER), renumbering(key, old, renewed)));
    }

    private static String renumbering(String key, String old, String renewed) {
        return event(
                key,
                REFERRER,
                "person.notify.renumbered",
                number(old),
                "\"old\":{\"scheme\":\"BSN\",\"number\":\"%s\"},\"new\":{\"scheme\":\"BSN\",\"number\":\"%s\"}"
                        .formatted(old, renewed));
    }

    private static String moved(String key, String number) {
        return event(
                key,
                REFERRER,
                "person.notify.moved",
                number(number),
                "\"crosses\":\"ADDRESS\",\"from\":\"2026-03-04\"");
    }

    private static String number(String number) {
        return "\"scheme\":\"BSN\",\"number\":\"" + number + "\"";
    }

    private static String event(String key, String party, String type, String subject, String fields) {
        return """
                {"specversion":"1.0","id":"event-%s","source":"urn:estafette:party:%s",
                 "type":"eu.estafette.case.v1.%s","service":"eu.estafette.case.v1",
                 "time":"2026-03-04T09:15:00+01:00","datacontenttype":"application/json",
                 "data":{"subject":{%s},"occurredOn":"2026-03-04","action":"ORIGINAL","businessKey":"KEY-%s",%s}}
                """.formatted(key, party, type, subject, key, fields);
    }

    /** Where to ask what became of it. */
    private static String accepted(HttpResponse<String> response) {
        assertThat(response.statusCode()).as(response.body()).isEqualTo(202);
        return response.headers().firstValue("Location").orElseThrow();
    }

    /** Asked at every moment on the way, nobody is told that there is no such event. */
    private static JsonNode assertRouted(String party, String location) throws Exception {
        String token = api.token(party);
        await().atMost(PATIENCE).until(() -> {
            HttpResponse<String> response = api.get(location, token);
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            return !PartnerApi.JSON
                    .readTree(response.body())
                    .path("state")
                    .asText()
                    .equals("ACCEPTED");
        });
        JsonNode state = api.json(location, token);
        assertThat(state.path("state").asText()).as(state.toString()).isEqualTo("ROUTED");
        return state;
    }

    private static void assertSameCase(String one, String other) throws Exception {
        String token = api.token(COACHES);
        await().atMost(PATIENCE).untilAsserted(() -> {
            ObjectNode first = (ObjectNode) api.json("/api/cases/" + one, token);
            ObjectNode second = (ObjectNode) api.json("/api/cases/" + other, token);
            assertThat(first.path("notices")).as(first.toString()).isNotEmpty();
            assertThat(first.without("caseRef").toString())
                    .isEqualTo(second.without("caseRef").toString());
        });
    }

    private static List<String> noticesOf(String caseRef) throws Exception {
        return api.json("/api/cases/" + caseRef, api.token(COACHES))
                .path("notices")
                .findValuesAsText("noticeId");
    }

    private static String trace(String ref) throws Exception {
        return api.json("/api/ops/trace/" + ref, api.token("operator"))
                .path("items")
                .toString();
    }
}
