package eu.estafette.connector.mail;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.CaseEvent;
import eu.estafette.contract.message.Notice;
import eu.estafette.kit.intake.Intake;
import eu.estafette.kit.intake.IntakeUnavailableException;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.PartyRegistry;
import eu.estafette.kit.rig.HubSide;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.apache.avro.generic.GenericRecord;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.builder.AdviceWith;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinkRoutesTest {

    private static final List<String> PARTS = List.of("notice", "party", "outcome", "expires", "signature");

    private final Party party = Samples.party("nl");
    private final HubSide hub = new HubSide(party);
    private final List<CaseEvent> kept = new ArrayList<>();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private boolean kafkaIsAway;
    private Instant now = HubSide.NOW;

    LinkRoutesTest() throws Exception {
        camel.addRoutes(new LinkRoutes(
                Samples.IDENTITY,
                Samples.SEALS,
                new PartyRegistry(List.of(party)),
                hub.wayIn().screening(),
                (subject, event) -> {
                    if (kafkaIsAway) {
                        return CompletableFuture.failedFuture(
                                new IntakeUnavailableException("away", new IllegalStateException()));
                    }
                    kept.add(event);
                    return CompletableFuture.completedFuture(new Intake.Accepted(0, kept.size()));
                },
                () -> now,
                Duration.ofSeconds(5)));
        AdviceWith.adviceWith(camel, "mail.link.ask", route -> route.replaceFromWith("direct:get"));
        AdviceWith.adviceWith(camel, "mail.link.confirm", route -> route.replaceFromWith("direct:post"));
        camel.start();
    }

    @AfterEach
    void close() {
        camel.stop();
    }

    private record Answer(int status, String html) {}

    private Answer call(String way, String link, String form) {
        Exchange exchange = camel.getEndpoint(way).createExchange(ExchangePattern.InOut);
        String[] path =
                link.substring(link.indexOf("/answer/") + "/answer/".length()).split("/");
        for (int at = 0; at < PARTS.size(); at++) {
            exchange.getMessage().setHeader(PARTS.get(at), path[at]);
        }
        exchange.getMessage().setBody(new ByteArrayInputStream(form.getBytes(StandardCharsets.UTF_8)));
        Exchange answered = camel.createProducerTemplate().send(way, exchange);
        return new Answer(
                answered.getMessage().getHeader(Exchange.HTTP_RESPONSE_CODE, Integer.class),
                answered.getMessage().getBody(String.class));
    }

    private static String link(String outcome) {
        Notice notice = Samples.act(3, "2026-03-16");
        return new AnswerLinks(Samples.SEALS, Samples.IDENTITY).link(notice, outcome);
    }

    private GenericRecord content(CaseEvent event) {
        return new PayloadCodec(Contracts.shipped()).read(event.getPayload());
    }

    @Test
    void lookingAtALinkChangesNothing() {
        // When
        Answer page = call("direct:get", link("DECLINED"), "");

        // Then
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.html()).contains("Ik neem dit niet op mij").contains("<form method=\"post\"");
        assertThat(kept).isEmpty();
    }

    @Test
    void aConfirmedLinkIsTheAnswerOfTheParty() {
        // When
        Answer page = call("direct:post", link("NEEDS_INFO"), "remark=Vanaf+welk+uur%3F");

        // Then
        assertThat(page.status()).isEqualTo(200);
        assertThat(kept).singleElement().satisfies(event -> {
            assertThat(event.getParty()).isEqualTo("jobcoach-noord");
            assertThat(content(event).get("noticeId")).isEqualTo(Samples.noticeId(3));
            assertThat(content(event).get("level")).isEqualTo("BUSINESS");
            assertThat(content(event).get("outcome")).isEqualTo("NEEDS_INFO");
            assertThat(content(event).get("remark")).isEqualTo("Vanaf welk uur?");
        });
    }

    @Test
    void confirmingTwiceIsOneAnswer() {
        // When
        call("direct:post", link("DONE"), "remark=");
        call("direct:post", link("DONE"), "");

        // Then
        assertThat(kept)
                .extracting(CaseEvent::getBusinessKey)
                .hasSize(2)
                .containsOnly(kept.getFirst().getBusinessKey());
        assertThat(kept.get(0).getDigest()).isEqualTo(kept.get(1).getDigest());
        assertThat(kept.get(0).getId()).isEqualTo(kept.get(1).getId());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 4})
    void aLinkThatWasChangedIsNoLink(int part) {
        // Given
        String link = link("ACCEPTED");
        String start = link.substring(0, link.indexOf("/answer/") + "/answer/".length());
        String[] path = link.substring(start.length()).split("/");
        path[part] = switch (part) {
            case 1 -> "gemeente-oost";
            case 2 -> "DONE";
            case 3 -> "99999999999";
            default -> path[part].replaceFirst(".$", path[part].endsWith("A") ? "B" : "A");
        };

        // When
        Answer page = call("direct:post", start + String.join("/", path), "");

        // Then
        assertThat(page.status()).isEqualTo(404);
        assertThat(kept).isEmpty();
    }

    @Test
    void anOldLinkSaysSo() {
        // Given
        now = Instant.parse("2026-06-01T00:00:00Z");

        // Then
        assertThat(call("direct:get", link("ACCEPTED"), "").status()).isEqualTo(410);
        assertThat(call("direct:post", link("ACCEPTED"), "").status()).isEqualTo(410);
        assertThat(kept).isEmpty();
    }

    @Test
    void anAnswerThatIsNotKeptIsNotThankedFor() {
        // Given
        kafkaIsAway = true;

        // Then
        assertThat(call("direct:post", link("ACCEPTED"), "").status()).isEqualTo(503);
    }

    @Test
    void aLinkSignedByTheSecretBeforeStillHolds() {
        // Given
        Seals before = new Seals(List.of("an-older-link-secret-for-tests-0"));
        String link = new AnswerLinks(before, Samples.IDENTITY).link(Samples.act(3, "2026-03-16"), "ACCEPTED");

        // Then
        assertThat(call("direct:get", link, "").status()).isEqualTo(200);
    }

    @Test
    void aRemarkThatIsTooLongIsNotCutInSecret() {
        // Then
        assertThat(call("direct:post", link("DECLINED"), "remark=" + "x".repeat(501))
                        .status())
                .isEqualTo(422);
        assertThat(kept).isEmpty();
    }
}
