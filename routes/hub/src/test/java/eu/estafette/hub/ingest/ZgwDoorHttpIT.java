package eu.estafette.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.hub.connectors.ZgwDoorConfiguration;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.poll.PollerInbox;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** A municipality's notifications over real HTTP: the server's filters, its security and Camel's engine; without Kafka. */
@SpringBootTest(
        classes = {WayIn.class, ZgwDoorConfiguration.class, ZgwDoorHttpIT.Municipality.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "spring.autoconfigure.exclude=org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration"
        })
class ZgwDoorHttpIT {

    private static final String SECRET = "Token 0123456789abcdef0123456789abcdef";
    private static final String NOTIFICATION = """
            {"kanaal":"estafette","hoofdObject":"https://zaken.example/zaken/1","resource":"event",
             "resourceUrl":"https://zaken.example/api/events/7","actie":"create","aanmaakdatum":"2026-03-02T09:15:00+01:00"}
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI door;
    private final Letters letters;

    ZgwDoorHttpIT(@LocalServerPort int port, @Autowired Letters letters) {
        this.letters = letters;
        door = URI.create("http://127.0.0.1:" + port + "/api/zgw/gemeente-noord/notifications");
    }

    /** For which poller something was left. */
    static final class Letters implements PollerInbox {

        private final List<String> pollers = new CopyOnWriteArrayList<>();

        @Override
        public void leave(String poller, String key, byte[] value) {
            pollers.add(poller);
        }
    }

    @TestConfiguration
    static class Municipality {

        @Bean
        Letters letters() {
            return new Letters();
        }

        @Bean
        @Primary
        PartyRegistry withAMunicipality() {
            Party plain = WayIn.party("gemeente-noord", eu.estafette.domain.party.Role.REFERRER, Optional.empty());
            return new PartyRegistry(List.of(new Party(
                    plain.id(),
                    plain.name(),
                    plain.region(),
                    plain.roles(),
                    false,
                    plain.identifiers(),
                    plain.sources(),
                    plain.deliver(),
                    plain.persons(),
                    plain.desks(),
                    plain.ruleset(),
                    plain.language(),
                    plain.zone(),
                    plain.outage(),
                    plain.window(),
                    plain.rate(),
                    plain.quiet(),
                    plain.onRecordFailure(),
                    List.of("https://zaken.example/api/"),
                    1,
                    List.of(new DeliveryAddress(
                            "zgw",
                            Map.of(
                                    "notifications", List.of("https://notificaties.example/api/v1/"),
                                    "auth", List.of(SECRET),
                                    "client-id", List.of("estafette"),
                                    "client-secret", List.of("c".repeat(32))))))));
        }
    }

    @BeforeEach
    void forget() {
        letters.pollers.clear();
    }

    @Test
    void aNotificationWithThePartysSecretIsTakenWithoutAToken() throws Exception {
        // When
        HttpResponse<String> answer = post(SECRET, NOTIFICATION);

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(204);
        assertThat(answer.body()).isEmpty();
        assertThat(letters.pollers).containsExactly("zgw/gemeente-noord");
    }

    @Test
    void withoutItNothingIsTakenAndNothingOfTheCallComesBack() throws Exception {
        // When
        HttpResponse<String> answer = post("Bearer gemeente-noord", NOTIFICATION);

        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.headers().map()).doesNotContainKeys("authorization", "party");
        assertThat(letters.pollers).isEmpty();
    }

    @Test
    void aFaultIsAValidatieFout() throws Exception {
        // When
        HttpResponse<String> answer = post(SECRET, NOTIFICATION.replace("estafette", "zaken"));

        // Then
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("application/problem+json");
        assertThat(answer.body()).contains("\"invalidParams\":[{\"name\":\"kanaal\"");
    }

    @Test
    void whatIsTooLargeIsRefused() throws Exception {
        assertThat(post(SECRET, "{\"kanaal\":\"" + "x".repeat(70_000) + "\"}").statusCode())
                .isEqualTo(413);
    }

    private HttpResponse<String> post(String authorization, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(door)
                        .header("authorization", authorization)
                        .header("content-type", "application/json")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
