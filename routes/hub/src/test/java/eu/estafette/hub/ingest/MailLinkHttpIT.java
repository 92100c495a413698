package eu.estafette.hub.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.connector.mail.AnswerLinks;
import eu.estafette.connector.mail.MailIdentity;
import eu.estafette.connector.mail.Seals;
import eu.estafette.hub.connectors.MailDoorConfiguration;
import eu.estafette.kit.check.EventChecks;
import eu.estafette.kit.intake.Screening;
import eu.estafette.kit.original.OriginalRef;
import eu.estafette.kit.original.Originals;
import eu.estafette.kit.token.Tokens;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;

/** The links in mails over real HTTP: the server's filters, its security, Camel's engine and its reading of forms; without Kafka. */
@SpringBootTest(
        classes = {WayIn.class, MailDoorConfiguration.class, MailLinkHttpIT.Mail.class},
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {
            "estafette.mail.smtp.host=mail.example",
            "server.address=127.0.0.1",
            "spring.autoconfigure.exclude=org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration"
        })
class MailLinkHttpIT {

    private final HttpClient client = HttpClient.newHttpClient();
    private final Recorder recorder;
    private final URI link;
    private final String noticeId;

    MailLinkHttpIT(
            @LocalServerPort int port,
            @Autowired Recorder recorder,
            @Autowired AnswerLinks links,
            @Autowired Tokens tokens) {
        this.recorder = recorder;
        noticeId = tokens.noticeId(tokens.subjectKey("BSN", "999990342"), 3, "gemeente-oost");
        String outside = links.link(noticeId, "gemeente-oost", "NEEDS_INFO", Instant.parse("2026-05-01T00:00:00Z"));
        link = URI.create(outside.replace("https://hub.example", "http://127.0.0.1:" + port));
    }

    /** What the hub's mail configuration makes of its settings. */
    @TestConfiguration
    static class Mail {

        @Bean
        MailIdentity identity() {
            return new MailIdentity("hub@estafette.example", URI.create("https://hub.example"));
        }

        @Bean
        Seals seals() {
            return new Seals(List.of("s".repeat(32)));
        }

        @Bean
        AnswerLinks links(Seals seals, MailIdentity identity) {
            return new AnswerLinks(seals, identity);
        }

        @Bean
        eu.estafette.kit.poll.WayIn pollersWayIn(EventChecks checks, Recorder recorder) {
            return new eu.estafette.kit.poll.WayIn(new Screening(checks, recorder), new Originals() {
                @Override
                public OriginalRef keep(byte[] content) {
                    throw new IllegalStateException("a link has no original");
                }

                @Override
                public OriginalRef keep(Path content) {
                    throw new IllegalStateException("a link has no original");
                }
            });
        }
    }

    @BeforeEach
    void forget() {
        recorder.kept.clear();
    }

    @Test
    void aLinkAsksWithoutATokenAndKeepsNothing() throws Exception {
        // When
        HttpResponse<String> page = client.send(HttpRequest.newBuilder(link).build(), BodyHandlers.ofString());

        // Then
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Content-Type").orElse("")).startsWith("text/html");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.body()).contains("Ik heb eerst een vraag");
        assertThat(recorder.kept).isEmpty();
    }

    @Test
    void whatIsConfirmedByTheFormIsKept() throws Exception {
        // When
        HttpResponse<String> page = client.send(
                HttpRequest.newBuilder(link)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("remark=Vanaf+welk+uur%3F+%C3%A9%C3%A9n"))
                        .build(),
                BodyHandlers.ofString());

        // Then
        assertThat(page.statusCode()).as(page.body()).isEqualTo(200);
        assertThat(recorder.kept).singleElement().satisfies(event -> {
            var content = new PayloadCodec(Contracts.shipped()).read(event.getPayload());
            assertThat(event.getParty()).isEqualTo("gemeente-oost");
            assertThat(content.get("noticeId")).isEqualTo(noticeId);
            assertThat(content.get("remark")).isEqualTo("Vanaf welk uur? één");
        });
    }

    @Test
    void whatIsNotUnderALinkStillNeedsAToken() throws Exception {
        // When
        HttpResponse<String> refused =
                client.send(HttpRequest.newBuilder(link.resolve("/api/notices")).build(), BodyHandlers.ofString());

        // Then
        assertThat(refused.statusCode()).isEqualTo(401);
    }
}
