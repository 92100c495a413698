package eu.estafette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A party whose role is gone from the configuration loses its open steps to the desk, and an operator hands them on. */
class UnownedStepsIT {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    static Path folder;

    private static Receiver coaches;
    private static Path config;
    private static Jvm hub;

    @BeforeAll
    static void start() throws Exception {
        coaches = Receiver.start();
        config = Parties.write(folder.resolve("config"), coaches.url());
        hub = started();
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
        coaches.close();
    }

    @Test
    void theStepsOfARoleThatIsGoneStandAtTheDeskSoonAfterTheStartAndAreAnsweredThere() throws Exception {
        // Given
        var before = new PartnerApi(hub.address());
        Referral referral = Referral.of(1, "999990342");
        assertThat(before.postEvent(before.token("gemeente-oost"), referral.json())
                        .statusCode())
                .isEqualTo(202);
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(steps(before, "").path("items")).hasSize(1));
        assertThat(steps(before, "?unowned").path("items")).isEmpty();
        hub.close();

        // When
        Path file = config.resolve("parties/jobcoach-noord.yaml");
        Files.writeString(file, Files.readString(file).replace("[COACH_ORGANISATION, COACH]", "[COACH]"));
        hub = started();
        var api = new PartnerApi(hub.address());

        // Then
        await().atMost(PATIENCE)
                .untilAsserted(
                        () -> assertThat(steps(api, "?unowned").path("items")).hasSize(1));
        JsonNode step = steps(api, "?unowned").path("items").path(0);
        assertThat(step.path("code").asText()).isEqualTo("DECIDE-REFERRAL");
        assertThat(step.path("owner").asText()).isEqualTo("OPERATOR");
        assertThat(step.path("caseRef").asText()).startsWith("E1-");
        assertThat(step.path("since").asText()).isNotEmpty();
        assertThat(step.path("ageDays").isInt()).isTrue();

        // When
        String answer = "/api/ops/steps/" + step.path("id").asText() + "/answer";
        assertThat(post(api, answer, "gemeente-oost", "{\"outcome\":\"DONE\"}").statusCode())
                .isEqualTo(403);
        assertThat(post(api, answer, "operator", "{\"outcome\":\"LATER\"}").statusCode())
                .isEqualTo(400);
        HttpResponse<String> handedOn =
                post(api, answer, "operator", "{\"outcome\":\"HANDED_ON\",\"to\":\"COMMISSIONER\"}");

        // Then
        assertThat(handedOn.statusCode()).as(handedOn.body()).isEqualTo(202);
        String location = handedOn.headers().firstValue("Location").orElseThrow();
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(
                        api.json(location, api.token("operator")).path("state").asText())
                .isEqualTo("ROUTED"));
        assertThat(steps(api, "?unowned").path("items")).isEmpty();
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(api.get("/api/notices?state=open", api.token("gemeente-oost"))
                                .body())
                        .contains("DECIDE-REFERRAL"));
        String event = PartnerApi.JSON.readTree(handedOn.body()).path("id").asText();
        assertThat(api.get("/api/ops/trace/" + event, api.token("operator")).body())
                .contains("\"person\":\"operator\"");
    }

    private static HttpResponse<String> post(PartnerApi api, String path, String client, String body) throws Exception {
        return api.post(path, api.token(client), "application/json", body);
    }

    private static JsonNode steps(PartnerApi api, String query) throws Exception {
        return api.json("/api/ops/steps" + query, api.token("operator"));
    }

    private static Jvm started() throws Exception {
        return Jvm.hub(folder, "--config", config.toString());
    }
}
