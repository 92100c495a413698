package eu.estafette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * P1, accepted is kept: whatever was answered 202 is routed and delivered, though the hub and the servers inside it are killed twice while
 * the events come in. Compares by id what the senders were told with what the receiver got.
 */
class AcceptedIsKeptGuaranteeIT {

    private static final int EVENTS = Integer.getInteger("estafette.acceptance.events", 2_000);
    private static final int SENDERS = 8;
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    @Test
    void everyAcceptedEventIsRoutedAndDeliveredThoughTheHubIsKilled() throws Exception {
        List<String> persons = Bsn.numbers(EVENTS);
        List<Referral> referrals = IntStream.range(0, EVENTS)
                .mapToObj(n -> Referral.of(n, persons.get(n)))
                .toList();
        try (Receiver coaches = Receiver.start()) {
            Path config = Parties.write(folder.resolve("config"), coaches.url());
            Jvm hub = startHub("0", config);
            var api = new PartnerApi(hub.address());
            String port = hub.address().replaceAll(".*:", "");
            try (Load load = Load.start(api, referrals, SENDERS)) {
                for (int kill = 1; kill <= 2; kill++) {
                    int until = kill * EVENTS / 3;
                    await().atMost(PATIENCE).until(() -> load.accepted().size() >= until);
                    hub.kill();
                    hub = startHub(port, config);
                }
                await().atMost(PATIENCE)
                        .until(() ->
                                load.accepted().size() + load.otherAnswers().size() == EVENTS);
                assertThat(load.otherAnswers()).isEmpty();
                await().atMost(PATIENCE).until(() -> businessKeys(coaches).size() >= EVENTS);
                assertNothingLost(api, coaches, load.accepted());
            } finally {
                hub.close();
            }
        }
    }

    private static void assertNothingLost(PartnerApi api, Receiver coaches, Map<String, String> accepted)
            throws Exception {
        Set<String> undelivered = new TreeSet<>();
        accepted.keySet().forEach(id -> undelivered.add(id.replace("event-", "REF-")));
        undelivered.removeAll(businessKeys(coaches));
        assertThat(undelivered).as("accepted and never delivered").isEmpty();
        assertThat(coaches.twoContents()).as("one notice id, two contents").isEmpty();

        String token = api.token("gemeente-oost");
        Set<String> unrouted = new TreeSet<>();
        await().atMost(PATIENCE).until(() -> {
            unrouted.clear();
            for (var event : accepted.entrySet()) {
                JsonNode state = api.json(event.getValue(), token);
                if (!state.path("state").asText().equals("ROUTED")) {
                    unrouted.add(event.getKey() + " " + state.path("state").asText());
                    break;
                }
            }
            return unrouted.isEmpty();
        });
        System.out.printf(
                "{\"fault\":\"kill -9 of the hub, twice\",\"accepted\":%d,\"delivered\":%d,\"lost\":%d,\"repeatedCalls\":%d}%n",
                accepted.size(), coaches.notices().size(), undelivered.size(), coaches.repeatedCalls());
    }

    private static Set<String> businessKeys(Receiver receiver) {
        Set<String> keys = new HashSet<>();
        receiver.notices()
                .values()
                .forEach(notice ->
                        keys.add(notice.path("event").path("businessKey").asText()));
        return keys;
    }

    private Jvm startHub(String port, Path config) throws Exception {
        return Jvm.start(
                "Estafette is ready:",
                List.of(
                        "run",
                        "--port",
                        port,
                        "--data",
                        folder.resolve("data").toString(),
                        "--config",
                        config.toString()));
    }
}
