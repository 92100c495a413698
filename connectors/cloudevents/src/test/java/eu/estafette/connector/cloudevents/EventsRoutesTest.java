package eu.estafette.connector.cloudevents;

import static eu.estafette.connector.cloudevents.TestDoor.BATCH;
import static eu.estafette.connector.cloudevents.TestDoor.STRUCTURED;
import static eu.estafette.connector.cloudevents.TestDoor.bytes;
import static eu.estafette.connector.cloudevents.TestDoor.data;
import static eu.estafette.connector.cloudevents.TestDoor.event;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import eu.estafette.connector.cloudevents.RecordingIntake.Mood;
import eu.estafette.connector.cloudevents.TestDoor.Reply;
import eu.estafette.contract.message.CaseEvent;
import eu.estafette.kit.intake.DoorLog.Refusal;
import eu.estafette.kit.intake.DoorSettings;
import eu.estafette.schemas.Identities;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EventsRoutesTest {

    private final TestDoor door;

    EventsRoutesTest() throws Exception {
        door = new TestDoor();
    }

    @AfterEach
    void close() {
        door.close();
    }

    @Test
    void aStructuredEventIsKeptAndSaysWhereItIs() {
        // When
        Reply reply = door.structured(event("7d1c-1", ",'diagnosis':'x'"));

        // Then
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.header("Location")).contains("/api/events/7d1c-1?at=3-41");
        assertThat(reply.body().toString())
                .isEqualTo("{\"id\":\"7d1c-1\",\"source\":\"urn:estafette:party:gemeente-oost\",\"state\":\"ACCEPTED\","
                        + "\"droppedFields\":[\"diagnosis\"]}");
        assertThat(door.intake.kept()).singleElement().satisfies(kept -> {
            assertThat(kept.subject()).isEqualTo(TestDoor.TOKENS.subjectKey("BSN", "999990342"));
            assertThat(kept.event().getBusinessKey()).isEqualTo("REF-17");
            assertThat(givenName(kept.event())).isEqualTo("Zoë");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json", "application/json; charset=utf-8", "application/vnd.case+json"})
    void aBinaryEventIsKept(String contentType) {
        // Given
        Map<String, String> headers = binaryHeaders("bin-1");
        headers.put("Content-Type", contentType);

        // When
        Reply reply = door.post(Optional.of("gemeente-oost"), headers, bytes(data(""), StandardCharsets.UTF_8));

        // Then
        assertThat(reply.status()).isEqualTo(202);
        assertThat(reply.header("Location")).contains("/api/events/bin-1?at=3-41");
        assertThat(door.intake.kept()).hasSize(1);
    }

    @Test
    void whatABinaryEventMissesIsNamedByHeaderAndBodyAtOnce() {
        // Given
        Map<String, String> headers = binaryHeaders("bin-1");
        headers.remove("ce-id");
        headers.put("ce-specversion", "0.3");

        // When
        Reply reply = door.post(Optional.of("gemeente-oost"), headers, bytes("{}", StandardCharsets.UTF_8));

        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(issueNames(reply.body()))
                .containsExactlyInAnyOrder(
                        "header ce-id",
                        "header ce-specversion",
                        "body data.subject",
                        "body data.occurredOn",
                        "body data.businessKey",
                        "body data.kind");
    }

    @Test
    void aBatchWithOneBadEventKeepsTheGoodOnesAndAnswersEachInOrder() {
        // Given
        String batch = "[" + event("b-1", "") + "," + event("b-2", ",'colour':'red'") + "," + event("b-3", "") + ",7,"
                + event("b-5", "").replace("gemeente-oost", "winkel") + "]";

        // When
        Reply reply = door.post("gemeente-oost", BATCH, batch);

        // Then
        assertThat(reply.status()).isEqualTo(207);
        JsonNode items = reply.body().get("items");
        assertThat(items).hasSize(5);
        assertThat(items.get(0).toString())
                .isEqualTo("{\"id\":\"b-1\",\"status\":202,\"location\":\"/api/events/b-1?at=3-41\"}");
        assertThat(items.get(1).get("id").asText()).isEqualTo("b-2");
        assertThat(items.get(1).get("status").asInt()).isEqualTo(400);
        assertThat(issueNames(items.get(1).get("problem"))).containsExactly("body data.colour");
        assertThat(items.get(2).get("location").asText()).isEqualTo("/api/events/b-3?at=3-42");
        assertThat(items.get(3).has("id")).isFalse();
        assertThat(items.get(3).get("status").asInt()).isEqualTo(400);
        assertThat(items.get(4).get("status").asInt()).isEqualTo(403);
        assertThat(door.intake.kept()).extracting(kept -> kept.event().getId()).containsExactly("b-1", "b-3");
    }

    @Test
    void anIdThatHoldsThePersonsNumberIsNotSentBack() {
        // Given
        String caseRef = TestDoor.TOKENS.caseRef(TestDoor.TOKENS.subjectKey("BSN", "999990342"), 1);
        String byCase = event("case-999990342", "")
                .replace("{'scheme':'BSN','number':'999990342','givenName':'Zoë'}", "{'caseRef':'" + caseRef + "'}");
        String unreadable = event("x-9999.90.342", ",'colour':'red'");

        // When
        Reply reply = door.post("gemeente-oost", BATCH, "[" + byCase + "," + unreadable + "]");

        // Then
        assertThat(reply.body().get("items"))
                .extracting(item -> item.get("status").asInt())
                .containsExactly(422, 400);
        assertThat(reply.body().toString()).doesNotContain("999990342").doesNotContain("9999.90.342");
    }

    @Test
    void anEmptyBatchIsAnsweredWithNothing() {
        // When
        Reply reply = door.post("gemeente-oost", BATCH, "[]");

        // Then
        assertThat(reply.status()).isEqualTo(207);
        assertThat(reply.body().toString()).isEqualTo("{\"items\":[]}");
    }

    @Test
    void aCallWithoutAPartyIsUnauthorized() {
        // When
        Reply reply = door.post(
                Optional.empty(), Map.of("Content-Type", STRUCTURED), bytes(event("a", ""), StandardCharsets.UTF_8));

        // Then
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.header("WWW-Authenticate")).contains("Bearer");
        assertThat(door.intake.handed()).isZero();
    }

    @Test
    void aTokenOfNoPartyIsForbiddenAndOnRecord() {
        // When
        Reply reply = door.post("somebody", STRUCTURED, event("a", ""));

        // Then
        assertThat(reply.status()).isEqualTo(403);
        assertThat(door.refusals).extracting(Refusal::code).containsExactly("unknownCaller");
    }

    @ParameterizedTest
    @CsvSource({"winkel, sourceNotYours, gemeente-oost", "winkel, senderNotEntitled, winkel"})
    void aSourceOrTypeThatIsNotTheCallersIsForbiddenAndOnRecord(String caller, String code, String source) {
        // When
        Reply reply = door.post(
                caller,
                STRUCTURED,
                event("a", "")
                        .replace("gemeente-oost", source)
                        .replace("referral.notify.requested", "coaching.notify.decided"));

        // Then
        assertThat(reply.status()).isEqualTo(403);
        assertThat(reply.header("Content-Type")).contains("application/problem+json");
        assertThat(reply.body().get("issues").get(0).get("type").asText())
                .isEqualTo("urn:problem-type:estafette:" + code);
        assertThat(door.refusals).singleElement().satisfies(refusal -> {
            assertThat(refusal.party().value()).isEqualTo(caller);
            assertThat(refusal.code()).isEqualTo(code);
        });
        assertThat(door.intake.handed()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "{'id':'a'", "{} trailing", "{'id':'a','id':'b'}", "[]", "7"})
    void whatIsNoJsonOrNoEventIsBadInput(String body) {
        // When
        Reply reply = door.structured(body);

        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.header("Content-Type")).contains("application/problem+json");
        assertThat(reply.body().get("type").asText()).isEqualTo("urn:problem-type:belgif:badRequest");
        assertThat(door.intake.handed()).isZero();
    }

    @Test
    void everyFaultOfAnEventIsListedWithItsPath() {
        // Given
        String faulty = event("a", ",'colour':'red','hours':'8'")
                .replace("'1.0'", "'0.3'")
                .replace("'2026-03-02'", "'2026-13-02'")
                .replace("'id':'a'", "'id':{}");

        // When
        Reply reply = door.structured(faulty);

        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(issueNames(reply.body()))
                .containsExactlyInAnyOrder(
                        "body id", "body specversion", "body data.colour", "body data.hours", "body data.occurredOn");
    }

    @Test
    void anUnknownTypeIsBadInput() {
        // When
        Reply reply = door.structured(event("a", "").replace("referral.notify.requested", "weather.notify.changed"));

        // Then
        assertThat(reply.status()).isEqualTo(400);
        assertThat(issueNames(reply.body())).containsExactly("body type");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "999990342 | 999990343 | data.subject.number",
                "REF-17 | REF-999990342 | data.businessKey",
                "'businessKey' | 'ruleset':'atlantis','businessKey' | data.ruleset",
                "{'scheme':'BSN','number':'999990342','givenName':'Zoë'} | {'scheme':'INSZ','number':'91610100176'} | data.subject.number",
                "'businessKey' | 'roles':[{'role':'COACH','party':'winkel'}],'businessKey' | data.roles[0].role",
            })
    void whatBreaksARuleIsUnprocessableAndNoNumberComesBack(String part, String broken, String name) {
        // When
        Reply reply = door.structured(event("a", "").replace(part, broken));

        // Then
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.body().get("type").asText()).isEqualTo("urn:problem-type:estafette:unprocessable");
        assertThat(issueNames(reply.body())).containsExactly("body " + name);
        assertThat(reply.body().toString()).doesNotContain("99999034").doesNotContain("91610100176");
        assertThat(door.intake.handed()).isZero();
    }

    @Test
    void aBodyOverTheLimitIsTooLarge() {
        // Given
        String body = event("a", ",'contact':'" + "x".repeat(4096) + "'");

        // When
        Reply reply = door.structured(body);

        // Then
        assertThat(reply.status()).isEqualTo(413);
        assertThat(reply.body().get("type").asText()).isEqualTo("urn:problem-type:belgif:payloadTooLarge");
        assertThat(reply.body().get("detail").asText()).contains("4096");
    }

    @Test
    void aBodyOfExactlyTheLimitIsNot() {
        // Given
        int room = 4096 - bytes(event("a", ",'contact':''"), StandardCharsets.UTF_8).length;

        // When
        Reply reply = door.structured(event("a", ",'contact':'" + "x".repeat(room) + "'"));

        // Then
        assertThat(reply.status()).isEqualTo(202);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/xml",
                "text/json",
                "application/cloudevents+avro",
                "application/x-www-form-urlencoded",
                "application/cloudevents+json; charset=utf-16",
                "application/cloudevents+json; charset=\"windows-1252\"",
                "application/cloudevents+json; charset=klingon",
            })
    void anotherMediaTypeOrCharsetIsUnsupported(String contentType) {
        // When
        Reply reply = door.post("gemeente-oost", contentType, event("a", ""));

        // Then
        assertThat(reply.status()).isEqualTo(415);
        assertThat(reply.header("Content-Type")).contains("application/problem+json");
        assertThat(door.intake.handed()).isZero();
    }

    @Test
    void aCallThatNamesNoMediaTypeOrIsPackedIsUnsupported() {
        // When
        Reply unnamed =
                door.post(Optional.of("gemeente-oost"), Map.of(), bytes(event("a", ""), StandardCharsets.UTF_8));
        Reply packed = door.post(
                Optional.of("gemeente-oost"),
                Map.of("Content-Type", STRUCTURED, "Content-Encoding", "gzip"),
                bytes(event("a", ""), StandardCharsets.UTF_8));

        // Then
        assertThat(unnamed.status()).isEqualTo(415);
        assertThat(packed.status()).isEqualTo(415);
    }

    @Test
    void dataThatIsNotJsonIsUnsupported() {
        // When
        Reply reply = door.structured(event("a", "").replace("'id'", "'datacontenttype':'application/xml','id'"));

        // Then
        assertThat(reply.status()).isEqualTo(415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "\"iso-8859-1\""})
    void lettersAreReadInTheCharsetThatIsNamed(String charset) {
        // Given
        var letters = charset.contains("8859") || charset.contains("iso")
                ? StandardCharsets.ISO_8859_1
                : StandardCharsets.UTF_8;

        // When
        Reply reply = door.post(
                Optional.of("gemeente-oost"),
                Map.of("Content-Type", STRUCTURED + ";charset=" + charset),
                bytes(event("a", ""), letters));

        // Then
        assertThat(reply.status()).isEqualTo(202);
        assertThat(givenName(door.intake.kept().getFirst().event())).isEqualTo("Zoë");
    }

    @Test
    void lettersOutsideTheCharsetAreBadInput() {
        // When
        Reply latin = door.post(
                Optional.of("gemeente-oost"),
                Map.of("Content-Type", STRUCTURED),
                bytes(event("a", ""), StandardCharsets.ISO_8859_1));
        Reply ascii = door.post("gemeente-oost", STRUCTURED + ";charset=us-ascii", event("a", ""));

        // Then
        assertThat(latin.status()).isEqualTo(400);
        assertThat(ascii.status()).isEqualTo(400);
    }

    @Test
    void aByteOrderMarkIsSkipped() {
        assertThat(door.structured("\uFEFF" + event("a", "")).status()).isEqualTo(202);
    }

    @Test
    void kafkaAwayIsUnavailableAndWorksAgainByItself() {
        // Given
        door.intake.is(Mood.AWAY);

        // When
        Reply away = door.structured(event("a", ""));
        door.intake.is(Mood.KEEPING);
        Reply back = door.structured(event("a", ""));

        // Then
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.header("Retry-After")).contains("10");
        assertThat(away.header("Location")).isEmpty();
        assertThat(away.body().get("type").asText()).isEqualTo("urn:problem-type:belgif:serviceUnavailable");
        assertThat(back.status()).isEqualTo(202);
    }

    @Test
    void aSilentKafkaIsWaitedForNoLongerThanAgreed() throws Exception {
        // Given
        try (TestDoor impatient = new TestDoor(new DoorSettings(4096, Duration.ofMillis(200), Duration.ofSeconds(7)))) {
            impatient.intake.is(Mood.SILENT);

            // When
            Reply reply = impatient.structured(event("a", ""));

            // Then
            assertThat(reply.status()).isEqualTo(503);
            assertThat(reply.header("Retry-After")).contains("7");
        }
    }

    @Test
    void aBatchIsGivenUpAfterTheFirstEventThatKafkaDoesNotTake() {
        // Given
        door.intake.is(Mood.AWAY);

        // When
        Reply reply = door.post(
                "gemeente-oost", BATCH, "[" + event("a", "") + "," + event("b", "") + "," + event("c", "") + "]");

        // Then
        assertThat(reply.status()).isEqualTo(503);
        assertThat(reply.header("Retry-After")).contains("10");
        assertThat(door.intake.handed()).isEqualTo(1);
    }

    @Test
    void aBatchThatKafkaTookInPartSaysWhichEventsToSendAgain() {
        // Given
        door.intake.goesAwayAfter(1);

        // When
        Reply reply = door.post(
                "gemeente-oost", BATCH, "[" + event("a", "") + "," + event("b", "") + "," + event("c", "") + "]");

        // Then
        assertThat(reply.status()).isEqualTo(207);
        assertThat(reply.header("Retry-After")).contains("10");
        assertThat(reply.body().get("items"))
                .extracting(item -> item.get("status").asInt())
                .containsExactly(202, 503, 503);
    }

    @Test
    void aFaultOfOursClaimsNothingAndShowsNothing() {
        // Given
        door.intake.is(Mood.BROKEN);

        // When
        Reply reply = door.structured(event("a", ""));

        // Then
        assertThat(reply.status()).isEqualTo(500);
        assertThat(reply.body().get("type").asText()).isEqualTo("urn:problem-type:belgif:internalServerError");
        assertThat(reply.body().toString()).doesNotContain("a fault of ours");
    }

    @Test
    void noHeaderOfTheCallIsSentBack() {
        // Given
        Map<String, String> headers = binaryHeaders("bin-1");
        headers.put("Authorization", "Bearer abc");
        headers.put("X-Other", "y");

        // When
        Reply kept = door.post(Optional.of("gemeente-oost"), headers, bytes(data(""), StandardCharsets.UTF_8));
        Reply refused = door.post(Optional.of("gemeente-oost"), headers, bytes("{", StandardCharsets.UTF_8));

        // Then
        assertThat(kept.headers()).containsOnlyKeys("Content-Type", "Location");
        assertThat(refused.headers()).containsOnlyKeys("Content-Type");
    }

    private static Map<String, String> binaryHeaders(String id) {
        Map<String, String> headers = new HashMap<>();
        headers.put("Content-Type", "application/json");
        headers.put("ce-specversion", "1.0");
        headers.put("ce-id", id);
        headers.put("ce-source", "urn:estafette:party:gemeente-oost");
        headers.put("ce-type", "eu.estafette.case.v1.referral.notify.requested");
        return headers;
    }

    private static List<String> issueNames(JsonNode problem) {
        return problem.path("issues").findParents("name").stream()
                .map(issue -> issue.get("in").asText() + " " + issue.get("name").asText())
                .toList();
    }

    private static @org.jspecify.annotations.Nullable String givenName(CaseEvent event) {
        return Identities.unseal(Objects.requireNonNull(event.getIdentity())).getGivenName();
    }
}
