package eu.estafette.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.domain.party.Role;
import eu.estafette.hub.connectors.SoapDoorConfiguration;
import eu.estafette.kit.check.EventChecks;
import eu.estafette.kit.identifier.IdentifierMode;
import eu.estafette.kit.intake.DoorLog;
import eu.estafette.kit.intake.Screening;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.original.Originals;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.poll.PollerInbox;
import eu.estafette.schemas.Sha256;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** SOAP messages over real HTTP: the server's filters, its security and Camel's engine; without Kafka. */
@SpringBootTest(
        classes = {WayIn.class, SoapDoorConfiguration.class, SoapDoorHttpIT.Employer.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "server.address=127.0.0.1",
            "spring.autoconfigure.exclude=org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration"
        })
class SoapDoorHttpIT {

    private static final String MESSAGE = """
            <s:Envelope xmlns:s="http://schemas.xmlsoap.org/soap/envelope/"><s:Body>
            <UwvZwMeldingInternBody xmlns="http://schemas.uwv.nl/UwvML/Berichten/UwvZwMeldingInternBody-v0428">
            <NatuurlijkPersoon><Burgerservicenr>111222333</Burgerservicenr></NatuurlijkPersoon>
            <MeldingZiekte><DatTijdOpstellenMelding>20260302081500</DatTijdOpstellenMelding>
            <DatEersteAoDag>20260302</DatEersteAoDag></MeldingZiekte></UwvZwMeldingInternBody></s:Body></s:Envelope>
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final URI door;
    private final Recorder kafka;

    SoapDoorHttpIT(@LocalServerPort int port, @Autowired Recorder kafka) {
        this.kafka = kafka;
        door = URI.create("http://127.0.0.1:" + port + "/api/soap/uwv-absence");
    }

    @TestConfiguration
    static class Employer {

        @Bean
        IdentifierMode identifiers() {
            return IdentifierMode.PRODUCTION;
        }

        @Bean
        eu.estafette.kit.poll.WayIn wayInOfDoors(EventChecks checks, DoorLog doorLog) {
            return new eu.estafette.kit.poll.WayIn(new Screening(checks, doorLog), new Forgetful());
        }

        @Bean
        PollerInbox inbox() {
            return (poller, key, value) -> {};
        }

        @Bean
        @Primary
        PartyRegistry withAnEmployer() {
            Party plain = WayIn.party("winkel", Role.EMPLOYER, Optional.empty());
            return new PartyRegistry(List.of(
                    WayIn.party("gemeente-oost", Role.REFERRER, Optional.empty()),
                    new Party(
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
                            plain.callbacks(),
                            1,
                            List.of(new DeliveryAddress("uwv-absence", Map.of())))));
        }
    }

    private static final class Forgetful implements Originals {

        @Override
        public OriginalRef keep(byte[] content) {
            return new OriginalRef(Sha256.hex(content));
        }

        @Override
        public OriginalRef keep(Path content) throws IOException {
            return keep(Files.readAllBytes(content));
        }
    }

    @BeforeEach
    void forget() {
        kafka.kept.clear();
        kafka.refusals.clear();
    }

    @Test
    void aMessageOfAPartyIsTakenAndNothingOfTheCallComesBack() throws Exception {
        // When
        HttpResponse<String> answer = post("winkel", MESSAGE);

        // Then
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        assertThat(answer.headers().firstValue("content-type").orElse("")).startsWith("text/xml");
        assertThat(answer.headers().map()).doesNotContainKeys("authorization", "soapaction");
        assertThat(kafka.kept)
                .extracting(CaseEvent::getType)
                .containsExactly("eu.estafette.case.v1.absence.notify.reported");
    }

    @Test
    void whoeverIsNotLetInByThisDoorIsForbiddenAndOnRecord() throws Exception {
        // When
        HttpResponse<String> answer = post("gemeente-oost", MESSAGE);

        // Then
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("faultcode");
        assertThat(kafka.refusals).extracting(DoorLog.Refusal::code).containsExactly("doorNotYours");
        assertThat(kafka.kept).isEmpty();
    }

    @Test
    void aTokenThatIsNotOursIsUnauthorized() throws Exception {
        // When
        HttpResponse<String> answer = post("expired", MESSAGE);

        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("www-authenticate")).isPresent();
    }

    @Test
    void whatIsTooLargeOrHoldsEntitiesIsAFault() throws Exception {
        // When
        HttpResponse<String> large = post("winkel", MESSAGE + " ".repeat(1024 * 1024));
        HttpResponse<String> entities = post("winkel", "<!DOCTYPE s [<!ENTITY e 'x'>]>" + MESSAGE);

        // Then
        assertThat(large.statusCode()).isEqualTo(413);
        assertThat(entities.statusCode()).isEqualTo(500);
        assertThat(entities.body()).contains("Client");
        assertThat(kafka.kept).isEmpty();
    }

    private HttpResponse<String> post(String token, String body) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(door)
                        .header("authorization", "Bearer " + token)
                        .header("content-type", "text/xml; charset=UTF-8")
                        .header("soapaction", "\"\"")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }
}
