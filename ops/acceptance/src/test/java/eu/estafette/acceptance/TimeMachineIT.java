package eu.estafette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Weeks in seconds: what falls due is decided on its day, and only once, whatever time is asked for. */
class TimeMachineIT {

    private static final Referral REFERRAL = Referral.of(1, "999990342");

    @TempDir
    static Path folder;

    private static Jvm hub;
    private static PartnerApi api;
    private static String operator;

    @BeforeAll
    static void start() throws Exception {
        hub = Jvm.hub(folder, "--time-machine", "2026-03-02T08:00:00Z");
        api = new PartnerApi(hub.address());
        operator = api.token("operator");
    }

    @AfterAll
    static void stop() throws Exception {
        hub.close();
    }

    @Test
    void aReferralThatNobodyAnswersFallsOverdueOnItsDay() throws Exception {
        // Given
        assertThat(api.postEvent(api.token("gemeente-oost"), REFERRAL.json()).statusCode())
                .isEqualTo(202);
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(mailbox("jobcoach-noord")).contains("DECIDE-REFERRAL"));

        // When
        JsonNode spring = moveTo("2026-04-01T08:00:00Z");

        // Then
        assertThat(spring.get("now").asText()).startsWith("2026-04-01T08:00:");
        assertThat(spring.get("rang").asInt()).isPositive();
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(mailbox("gemeente-oost")).contains("step-card"));

        // When: the same days are not played again
        JsonNode nextDay = moveTo("2026-04-01T09:00:00Z");

        // Then
        assertThat(nextDay.get("rang").asInt()).isZero();
        assertThat(move("2026-03-05T08:00:00Z").statusCode()).isEqualTo(409);
    }

    private static String mailbox(String party) throws Exception {
        return api.get("/api/notices?state=all", api.token(party)).body();
    }

    private static JsonNode moveTo(String now) throws Exception {
        HttpResponse<String> moved = move(now);
        assertThat(moved.statusCode()).as(moved.body()).isEqualTo(200);
        return PartnerApi.JSON.readTree(moved.body());
    }

    private static HttpResponse<String> move(String now) throws Exception {
        return api.put("/api/ops/clock", operator, "{\"now\":\"" + now + "\"}");
    }
}
