package eu.estafette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What waits for consent: its sender sees for whom and for what, whoever may not know that sees the date, and nobody else anything. */
class HoldsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String UNTIL = "2026-03-31T22:00:00Z";
    private static final String WITH_WORDS = """
            "kind":{"scheme":"ESTAFETTE","code":"CONFLICT"},"sphere":"WORK","formulation":{"text":"%s","authorRole":"COACH"}
            """.formatted("The morning shift is too much");

    @TempDir
    static Path folder;

    private static Jvm hub;
    private static PartnerApi api;
    private static final Map<String, String> TOKENS = new HashMap<>();

    @BeforeAll
    static void start() throws Exception {
        hub = Jvm.hub(folder, "--time-machine", "2026-03-02T08:00:00Z");
        api = new PartnerApi(hub.address());
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
    }

    @Test
    void theSenderSeesWhatItsSignalWaitsForUntilThereIsConsent() throws Exception {
        // Given
        String sam = "999990342";
        openCase(sam, "R1", ",{\"role\":\"COACH\",\"party\":\"jobcoach-noord\",\"person\":\"kim\"}");

        // When
        String signal = send(Happening.of("jobcoach-noord", "signal.raised", "G1", sam, WITH_WORDS));

        // Then
        JsonNode held = awaitState("jobcoach-noord", signal, "HELD");
        assertThat(held.path("reason").asText()).isEqualTo("CONSENT");
        assertThat(held.path("held").valueStream().map(JsonNode::toString))
                .contains("{\"category\":\"SIGNAL_CONTENT\",\"role\":\"COMMISSIONER\",\"until\":\"" + UNTIL + "\"}");
        assertThat(api.get(signal, token("winkel")).statusCode()).isEqualTo(404);
        assertThat(desk(idOf(signal))).contains("SIGNAL_CONTENT").doesNotContain("morning shift");
        assertThat(mailbox("gemeente-oost")).doesNotContain("morning shift");

        // When
        send(Happening.of("jobcoach-noord", "consent.given", "T1", sam, consent("givenOn") + ",\"form\":\"ORAL\""));

        // Then
        JsonNode routed = awaitState("jobcoach-noord", signal, "ROUTED");
        assertThat(routed.has("held")).isFalse();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(mailbox("gemeente-oost")).contains("morning shift"));
        assertThat(desk(idOf(signal))).isEmpty();
    }

    @Test
    void anEmployerSeesTheDateOnlyAndARefusalEndsTheWait() throws Exception {
        // Given
        String kim = "111222333";
        openCase(kim, "R2", "");
        send(Happening.of("jobcoach-noord", "employment.started", "E2", kim, """
                "employer":{"scheme":"ESTAFETTE","number":"winkel"},"startDate":"2026-03-02"
                """));

        // When
        String signal =
                send(Happening.of("winkel", "signal.raised", "G2", kim, WITH_WORDS + ",\"employmentKey\":\"E2\""));

        // Then
        JsonNode held = awaitState("winkel", signal, "HELD");
        assertThat(held.path("held")).hasToString("[{\"until\":\"" + UNTIL + "\"}]");
        assertThat(held.has("reason")).isFalse();
        assertThat(api.get(signal, token("jobcoach-noord")).statusCode()).isEqualTo(404);
        assertThat(desk(idOf(signal))).contains("\"party\":\"winkel\"").contains("COACH_ORGANISATION");

        // When
        send(Happening.of(
                "winkel", "consent.withdrawn", "T2", kim, consent("withdrawnOn").replace("SUBJECT", "EMPLOYER")));

        // Then
        assertThat(awaitState("winkel", signal, "ROUTED").path("note").asText()).isEqualTo("CONSENT_REFUSED");
        assertThat(desk(idOf(signal))).isEmpty();
    }

    @Test
    void whatWaitsForItsOriginalIsTriedAgainAndGivenUpByAnOperatorAndTheSumsStayTrue() throws Exception {
        // Given
        String lou = "123456782";
        openCase(lou, "R3", "");
        String ended =
                send(Happening.of("jobcoach-noord", "employment.ended", "E3", lou, "\"actualEnd\":\"2026-02-27\""));
        JsonNode held = awaitState("jobcoach-noord", ended, "HELD");
        assertThat(held.path("reason").asText()).isEqualTo("NO_ORIGINAL");
        String until = held.path("held").path(0).path("until").asText();
        JsonNode shown = api.json("/api/ops/held/" + idOf(ended) + "?reason=they+ask", token("operator"));
        assertThat(shown.path("content").asText()).contains("actualEnd");

        // When
        JsonNode replayed = review("replay", "{\"id\":\"" + idOf(ended) + "\"}");

        // Then
        assertThat(replayed.path("reason").asText()).isEqualTo("STILL_HELD");
        assertThat(replayed.path("until").asText()).isEqualTo(until);
        assertThat(awaitState("jobcoach-noord", ended, "HELD")
                        .path("held")
                        .path(0)
                        .path("until")
                        .asText())
                .isEqualTo(until);

        // When
        JsonNode discarded =
                review("discard", "{\"id\":\"" + idOf(ended) + "\",\"reason\":\"sent in error, they told by phone\"}");

        // Then
        assertThat(discarded.path("eventState").asText()).isEqualTo("REFUSED");
        assertThat(awaitState("jobcoach-noord", ended, "REFUSED").path("reason").asText())
                .isEqualTo("DISCARDED");
        assertThat(desk(idOf(ended))).isEmpty();
        assertThat(api.json("/api/ops/trace/" + idOf(ended), token("operator")).toString())
                .contains("\"kind\":\"READ\"")
                .contains("\"kind\":\"DISCARDED\"")
                .contains("\"operator\":\"operator\"")
                .contains("sent in error, they told by phone");
        JsonNode sums = api.json("/api/ops/reconciliation/2026-03-02?maxAge=0", token("operator"));
        assertThat(sums.path("differences")).isEmpty();
        assertThat(sums.path("senders").valueStream())
                .allMatch(row -> row.path("holds").asBoolean())
                .anyMatch(row -> row.path("party").asText().equals("jobcoach-noord")
                        && row.path("refused").asInt() == 1);
    }

    @Test
    void whatWaitsForConsentIsNotForOperatorsToEnd() throws Exception {
        // Given
        String mo = "222333443";
        openCase(mo, "R4", ",{\"role\":\"COACH\",\"party\":\"jobcoach-noord\",\"person\":\"kim\"}");
        String signal = send(Happening.of("jobcoach-noord", "signal.raised", "G4", mo, WITH_WORDS));
        awaitState("jobcoach-noord", signal, "HELD");

        // When
        HttpResponse<String> refused = api.post(
                "/api/ops/held/replay", token("operator"), "application/json", "{\"id\":\"" + idOf(signal) + "\"}");

        // Then
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.body()).contains("consent").contains("2026-04-01");
        assertThat(awaitState("jobcoach-noord", signal, "HELD").path("reason").asText())
                .isEqualTo("CONSENT");
    }

    /** What came of a review, once it is decided. */
    private static JsonNode review(String verb, String body) throws Exception {
        HttpResponse<String> given = api.post("/api/ops/held/" + verb, token("operator"), "application/json", body);
        assertThat(given.statusCode()).as(given.body()).isEqualTo(202);
        String progress =
                new ObjectMapper().readTree(given.body()).path("progress").asText();
        await().atMost(PATIENCE)
                .until(() -> api.get(progress, token("operator")).statusCode() == 200);
        return api.json(progress, token("operator"));
    }

    private static String consent(String date) {
        return "\"by\":\"SUBJECT\",\"scope\":[\"SIGNAL_CONTENT\"],\"to\":[\"COMMISSIONER\",\"REFERRER\",\"COACH_ORGANISATION\"],\""
                + date + "\":\"2026-03-02\"";
    }

    private static void openCase(String bsn, String businessKey, String more) throws Exception {
        String opened =
                send(Happening.of("gemeente-oost", "referral.requested", businessKey, bsn, """
                "ruleset":"netherlands-municipality","kind":{"scheme":"ESTAFETTE","code":"JOB_COACHING"},
                "roles":[{"role":"REFERRER","party":"gemeente-oost"},{"role":"COMMISSIONER","party":"gemeente-oost"},
                         {"role":"COACH_ORGANISATION","party":"jobcoach-noord"}%s]
                """.formatted(more)));
        awaitState("gemeente-oost", opened, "ROUTED");
    }

    /** Posts an event and gives the address at which its sender sees what became of it. */
    private static String send(Happening event) throws Exception {
        HttpResponse<String> posted = api.postEvent(token(event.party()), event.json());
        assertThat(posted.statusCode()).as(posted.body()).isEqualTo(202);
        return posted.headers().firstValue("Location").orElseThrow();
    }

    private static JsonNode awaitState(String party, String location, String state) throws Exception {
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        event(party, location).path("state").asText())
                .as("%s", event(party, location))
                .isEqualTo(state));
        return event(party, location);
    }

    private static JsonNode event(String party, String location) throws Exception {
        return api.json(location, token(party));
    }

    /** What the operators see held of the event at this address. */
    private static String desk(String eventId) throws Exception {
        return api.json("/api/ops/held", token("operator"))
                .path("items")
                .valueStream()
                .filter(item -> item.path("id").asText().equals(eventId))
                .map(JsonNode::toString)
                .findFirst()
                .orElse("");
    }

    private static String idOf(String location) {
        return location.substring("/api/events/".length(), location.indexOf('?'));
    }

    private static String mailbox(String party) throws Exception {
        return api.get("/api/notices?state=all", token(party)).body();
    }

    private static String token(String client) throws Exception {
        if (!TOKENS.containsKey(client)) {
            TOKENS.put(client, api.token(client));
        }
        return TOKENS.get(client);
    }
}
