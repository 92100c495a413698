package eu.estafette.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.table.Rulesets;
import eu.estafette.domain.table.ShippedRulesets;
import eu.estafette.hub.security.HubSecurity;
import eu.estafette.kit.check.EventChecks;
import eu.estafette.kit.identifier.IdentifierMode;
import eu.estafette.kit.intake.DoorLog;
import eu.estafette.kit.intake.Intake;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.token.HubSecrets;
import eu.estafette.kit.token.Tokens;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;

/** The way in over real HTTP: the server's filters, its security, Camel's engine on its threads; without Kafka. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "spring.threads.virtual.enabled=true",
            "server.address=127.0.0.1",
            "spring.autoconfigure.exclude=org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration"
        })
class IngestHttpIT {

    private static final String STRUCTURED = "application/cloudevents+json";

    private final HttpClient client = HttpClient.newHttpClient();
    private final Queue<CaseEvent> kept;
    private final Queue<DoorLog.Refusal> refusals;
    private final URI events;

    IngestHttpIT(@LocalServerPort int port, @Autowired Recorder recorder) {
        events = URI.create("http://127.0.0.1:" + port + "/api/events");
        kept = recorder.kept;
        refusals = recorder.refusals;
    }

    @BeforeEach
    void forget() {
        kept.clear();
        refusals.clear();
    }

    @Test
    void anEventOfAPartyIsKept() throws Exception {
        // When
        HttpResponse<String> reply = post("gemeente-oost", STRUCTURED, event("gemeente-oost", ""));

        // Then
        assertThat(reply.statusCode()).isEqualTo(202);
        assertThat(reply.headers().firstValue("Location")).contains("/api/events/7d1c?at=2-7");
        assertThat(reply.headers().firstValue("Authorization")).isEmpty();
        assertThat(reply.body()).contains("\"state\":\"ACCEPTED\"");
        assertThat(kept).singleElement().satisfies(event -> assertThat(event.getParty())
                .isEqualTo("gemeente-oost"));
    }

    @Test
    void aBinaryEventIsKept() throws Exception {
        // Given
        HttpRequest request = HttpRequest.newBuilder(events)
                .header("Authorization", "Bearer gemeente-oost")
                .header("Content-Type", "application/json")
                .header("ce-specversion", "1.0")
                .header("ce-id", "bin-1")
                .header("ce-source", "urn:estafette:party:gemeente-oost")
                .header("ce-type", "eu.estafette.case.v1.referral.notify.requested")
                .POST(BodyPublishers.ofString(data("").replace('\'', '"')))
                .build();

        // When
        HttpResponse<String> reply = client.send(request, BodyHandlers.ofString());

        // Then
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(202);
        assertThat(kept).extracting(CaseEvent::getId).containsExactly("bin-1");
    }

    @Test
    void aTokenOfAnotherPartyIsForbiddenAndOnRecord() throws Exception {
        // When
        HttpResponse<String> reply = post("winkel", STRUCTURED, event("gemeente-oost", ""));

        // Then
        assertThat(reply.statusCode()).isEqualTo(403);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(refusals).extracting(DoorLog.Refusal::code).containsExactly("sourceNotYours");
        assertThat(kept).isEmpty();
    }

    @Test
    void aTokenThatIsNotOursIsUnauthorized() throws Exception {
        // When
        HttpResponse<String> reply = post("expired", STRUCTURED, event("gemeente-oost", ""));

        // Then
        assertThat(reply.statusCode()).isEqualTo(401);
        assertThat(reply.headers().firstValue("WWW-Authenticate")).isPresent();
        assertThat(kept).isEmpty();
    }

    @Test
    void aBodyOverTheLimitIsTooLargeHoweverItIsSent() throws Exception {
        // Given
        byte[] large = event("gemeente-oost", ",'contact':'" + "x".repeat(1024 * 1024) + "'")
                .getBytes(StandardCharsets.UTF_8);
        HttpRequest chunked = request("gemeente-oost", STRUCTURED)
                .POST(BodyPublishers.ofByteArrays(List.of(large)))
                .build();

        // When
        HttpResponse<String> measured = client.send(
                request("gemeente-oost", STRUCTURED)
                        .POST(BodyPublishers.ofByteArray(large))
                        .build(),
                BodyHandlers.ofString());
        HttpResponse<String> unmeasured = client.send(chunked, BodyHandlers.ofString());

        // Then
        assertThat(measured.statusCode()).isEqualTo(413);
        assertThat(unmeasured.statusCode()).isEqualTo(413);
        assertThat(kept).isEmpty();
    }

    @Test
    void aPackedBodyIsUnsupportedAndNotUnpacked() throws Exception {
        // Given
        HttpRequest request = request("gemeente-oost", STRUCTURED)
                .header("Content-Encoding", "gzip")
                .POST(BodyPublishers.ofByteArray(gzip(new byte[8 * 1024 * 1024])))
                .build();

        // When
        HttpResponse<String> reply = client.send(request, BodyHandlers.ofString());

        // Then
        assertThat(reply.statusCode()).isEqualTo(415);
    }

    @Test
    void anotherMediaTypeOrCharsetIsUnsupported() throws Exception {
        for (String type : List.of(
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                STRUCTURED + ";charset=klingon",
                STRUCTURED + ";charset=utf-16")) {
            // When
            HttpResponse<String> reply = post("gemeente-oost", type, event("gemeente-oost", ""));

            // Then
            assertThat(reply.statusCode()).as(type).isEqualTo(415);
            assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
        }
    }

    @Test
    void lettersSurviveTheWayIn() throws Exception {
        // Given
        byte[] latin = event("gemeente-oost", ",'contact':'Zoë'").getBytes(StandardCharsets.ISO_8859_1);

        // When
        HttpResponse<String> reply = client.send(
                request("gemeente-oost", STRUCTURED + "; charset=iso-8859-1")
                        .POST(BodyPublishers.ofByteArray(latin))
                        .build(),
                BodyHandlers.ofString());

        // Then
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(202);
        var sealed = kept.remove().getPayload().getSealed().getBytes();
        assertThat(StandardCharsets.UTF_8.decode(sealed.duplicate()).toString()).contains("Zoë");
    }

    @Test
    void partiesThatCallAtOnceAreNotMistakenForEachOther() {
        // When
        List<CompletableFuture<HttpResponse<String>>> replies = IntStream.range(0, 60)
                .mapToObj(i -> i % 2 == 0 ? "gemeente-oost" : "gemeente-west")
                .map(party -> client.sendAsync(
                        request(party, STRUCTURED)
                                .POST(BodyPublishers.ofString(event(party, "")))
                                .build(),
                        BodyHandlers.ofString()))
                .toList();

        // Then
        assertThat(replies)
                .allSatisfy(reply -> assertThat(reply.join().statusCode()).isEqualTo(202));
        assertThat(kept).hasSize(60).allSatisfy(event -> assertThat(event.getSource())
                .isEqualTo("urn:estafette:party:" + event.getParty()));
    }

    private HttpResponse<String> post(String caller, String type, String body)
            throws IOException, InterruptedException {
        return client.send(
                request(caller, type).POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String caller, String type) {
        return HttpRequest.newBuilder(events)
                .header("Authorization", "Bearer " + caller)
                .header("Content-Type", type);
    }

    private static String event(String party, String more) {
        return ("{'specversion':'1.0','id':'7d1c','source':'urn:estafette:party:" + party
                        + "','type':'eu.estafette.case.v1.referral.notify.requested','data':" + data(more) + "}")
                .replace('\'', '"');
    }

    private static String data(String more) {
        return "{'subject':{'scheme':'BSN','number':'999990342'},'occurredOn':'2026-03-02','businessKey':'K',"
                + "'kind':{'scheme':'ESTAFETTE','code':'OTHER'}" + more + "}";
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }

    /** Stands in for Kafka. */
    static final class Recorder implements Intake, DoorLog {

        final Queue<CaseEvent> kept = new ConcurrentLinkedQueue<>();
        final Queue<Refusal> refusals = new ConcurrentLinkedQueue<>();

        @Override
        public CompletableFuture<Accepted> accept(eu.estafette.kit.token.SubjectKey subject, CaseEvent event) {
            kept.add(event);
            return CompletableFuture.completedFuture(new Accepted(2, 7));
        }

        @Override
        public void refused(Refusal refusal) {
            refusals.add(refusal);
        }
    }

    @SpringBootConfiguration
    @EnableAutoConfiguration
    @Import(HubSecurity.class)
    static class WayIn {

        @Bean
        Recorder recorder() {
            return new Recorder();
        }

        /** A token is the name of its client. */
        @Bean
        JwtDecoder jwtDecoder() {
            return token -> {
                if (token.equals("expired")) {
                    throw new BadJwtException("expired");
                }
                return Jwt.withTokenValue(token)
                        .header("alg", "none")
                        .subject(token)
                        .issuedAt(Instant.now())
                        .build();
            };
        }

        @Bean
        PartyRegistry parties() {
            return new PartyRegistry(List.of(
                    party("gemeente-oost", Role.REFERRER),
                    party("gemeente-west", Role.REFERRER),
                    party("winkel", Role.EMPLOYER)));
        }

        @Bean
        Tokens caseTokens() {
            return new Tokens(new HubSecrets("x".repeat(32), "y".repeat(32), "z".repeat(32)));
        }

        @Bean
        EventChecks checks(PartyRegistry parties, Tokens tokens) {
            Catalogue catalogue = Catalogue.shipped();
            return new IngestConfiguration()
                    .eventChecks(
                            parties,
                            catalogue,
                            Rulesets.load(ShippedRulesets.sources(), catalogue),
                            IdentifierMode.PRODUCTION,
                            tokens,
                            InstantSource.fixed(Instant.parse("2026-03-02T10:00:00Z")));
        }

        @Bean
        eu.estafette.connector.cloudevents.CloudEventsConnector connector(
                PartyRegistry parties, EventChecks checks, Recorder recorder) {
            return new IngestConfiguration().cloudEvents(parties, checks, recorder, recorder, settings());
        }

        @Bean
        eu.estafette.connector.cloudevents.EventsRoutes routes(
                eu.estafette.connector.cloudevents.CloudEventsConnector connector) {
            return connector.routes();
        }

        @Bean
        eu.estafette.connector.cloudevents.EventsFailures failures(
                eu.estafette.connector.cloudevents.CloudEventsConnector connector) {
            return connector.failures();
        }

        @Bean
        FilterRegistrationBean<BodyBound> bound() {
            return new IngestConfiguration().bodyBound(settings());
        }

        private static IngestSettings settings() {
            return new IngestSettings(
                    org.springframework.util.unit.DataSize.ofMegabytes(1),
                    Duration.ofSeconds(10),
                    Duration.ofSeconds(10),
                    Duration.ofMillis(3),
                    Duration.ofSeconds(4),
                    Duration.ofSeconds(5));
        }

        private static Party party(String id, Role role) {
            return new Party(
                    new PartyId(id),
                    Map.of("en", id),
                    Party.Region.NL,
                    Set.of(role),
                    false,
                    List.of(),
                    List.of("urn:estafette:party:" + id),
                    DeliveryAddress.OWN_MAILBOX,
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    "nl",
                    ZoneId.of("Europe/Amsterdam"),
                    Duration.ofDays(30),
                    8,
                    Optional.empty(),
                    Optional.empty(),
                    Party.RecordFailure.PARK_CASE,
                    List.of(),
                    1);
        }
    }
}
