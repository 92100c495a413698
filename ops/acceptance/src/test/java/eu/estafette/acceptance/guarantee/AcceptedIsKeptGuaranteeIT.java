package eu.estafette.acceptance.guarantee;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import eu.estafette.acceptance.Jvm;
import eu.estafette.acceptance.PartnerApi;
import eu.estafette.acceptance.oracle.History;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P1 and P3: whatever was answered 202 is routed and delivered, in the order of its case, though the hub and the servers inside it are killed
 * twice while the events come in, and with them every flow.
 */
@Tag("faults")
class AcceptedIsKeptGuaranteeIT {

    private static final int EVENTS = Integer.getInteger("estafette.acceptance.events", 2_000);
    private static final int KILLS = 2;

    @TempDir
    Path folder;

    @Test
    void everyAcceptedEventIsRoutedAndDeliveredInOrderThoughTheHubIsKilled() throws Exception {
        try (Partners partners = Partners.start(3, new History())) {
            String config = partners.write(folder.resolve("config")).toString();
            List<Course> courses = new Courses(partners.names(), "K").of(EVENTS / 10, EVENTS, 0);
            Jvm hub = Jvm.hub(folder, 0, "--config", config);
            int port = Estate.portOf(hub.address());
            var api = new PartnerApi(hub.address());
            try (Trial trial = Trial.start(
                    "kill -9 of the hub with all servers inside, %d times".formatted(KILLS),
                    List.of(api),
                    partners,
                    courses)) {
                for (int kill = 1; kill <= KILLS; kill++) {
                    trial.awaitAccepted(kill / (KILLS + 1.0));
                    Jvm killed = hub;
                    hub = trial.strike(() -> {
                        killed.kill();
                        return Jvm.hub(folder, port, "--config", config);
                    });
                }
                trial.assertKept();
                assertRouted(api, courses, trial.senders().locations());
            } finally {
                hub.close();
            }
        }
    }

    private static void assertRouted(PartnerApi api, List<Course> courses, Map<String, String> locations)
            throws Exception {
        Map<String, String> tokens = new HashMap<>();
        for (Course course : courses) {
            for (Course.Event event : course.events()) {
                if (!tokens.containsKey(event.sender())) {
                    tokens.put(event.sender(), api.token(event.sender()));
                }
                String token = tokens.get(event.sender());
                String location = locations.get(event.planned().eventId());
                await().atMost(Trial.PATIENCE).pollDelay(Duration.ZERO).untilAsserted(() -> assertThat(
                                api.json(location, token).path("state").asText())
                        .as(location)
                        .isEqualTo("ROUTED"));
            }
        }
    }
}
