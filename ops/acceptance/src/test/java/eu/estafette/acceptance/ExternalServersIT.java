package eu.estafette.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The same hub on servers that run elsewhere: broker, registry, database and issuer each in a process of its own. */
class ExternalServersIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @TempDir
    Path folder;

    @Test
    void theHubRunsOnServersOfOtherProcessesAndOutlivesTheBroker() throws Exception {
        try (Receiver coaches = Receiver.start();
                Jvm registry = server("registry", "Registry is ready:");
                Jvm database = server("database", "Database is ready:");
                Jvm issuer = Jvm.start(
                        "Issuer is ready:",
                        List.of(
                                "issuer",
                                "--data",
                                folder.resolve("issuer").toString(),
                                "--port",
                                "0",
                                "--party",
                                "gemeente-oost"))) {
            Jvm broker = server("broker", "Broker is ready:");
            String port = broker.address().replaceAll(".*:", "");
            try (Jvm hub = Jvm.start(
                    "Estafette is ready:",
                    List.of(
                            "run",
                            "--port",
                            "0",
                            "--data",
                            folder.resolve("data").toString(),
                            "--config",
                            Parties.write(folder.resolve("config"), coaches.url())
                                    .toString(),
                            "--kafka",
                            broker.address(),
                            "--registry",
                            registry.address(),
                            "--database",
                            database.address(),
                            "--issuer",
                            issuer.address()))) {
                var api = new PartnerApi(hub.address(), issuer.address());
                String token = api.token("gemeente-oost");
                assertDelivered(api, token, coaches, Referral.of(1, "999990342"));

                broker.kill();
                long before = System.nanoTime();
                HttpResponse<String> away =
                        api.postEvent(token, Referral.of(2, "111222333").json());
                assertThat(away.statusCode()).isEqualTo(503);
                assertThat(away.headers().firstValue("Retry-After")).isPresent();
                assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(30));

                broker = Jvm.start(
                        "Broker is ready:",
                        List.of("broker", "--data", folder.resolve("broker").toString(), "--port", port));
                await().atMost(PATIENCE)
                        .until(() ->
                                api.postEvent(token, Referral.of(2, "111222333").json())
                                                .statusCode()
                                        == 202);
                assertDelivered(api, token, coaches, Referral.of(3, "249566758"));
            } finally {
                broker.close();
            }
        }
    }

    private static void assertDelivered(PartnerApi api, String token, Receiver coaches, Referral referral)
            throws Exception {
        assertThat(api.postEvent(token, referral.json()).statusCode()).isEqualTo(202);
        await().atMost(PATIENCE).until(() -> coaches.notices().values().stream()
                .anyMatch(notice ->
                        notice.path("event").path("businessKey").asText().equals(referral.businessKey())));
    }

    private Jvm server(String name, String ready) throws Exception {
        return Jvm.start(ready, List.of(name, "--data", folder.resolve(name).toString()));
    }
}
