package eu.estafette.connector.cloudevents.out;

import static eu.estafette.kit.rig.SampleNotices.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.rig.HttpPartner;
import eu.estafette.kit.rig.HttpPartner.Received;
import eu.estafette.kit.rig.OutboundCalls;
import eu.estafette.kit.rig.SampleNotices;
import io.cloudevents.CloudEvent;
import io.cloudevents.http.HttpMessageFactory;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Read back with the reference library of CloudEvents. */
class NoticeRoutesTest {

    private static final String OURS = "urn:nld:oin:00000001823288444000:systeem:estafette";

    private final AtomicReference<Instant> now = new AtomicReference<>(NOW);
    private TokenServer tokens;
    private OutboundCalls connector;

    @BeforeEach
    void start() throws Exception {
        tokens = new TokenServer();
        connector = OutboundCalls.to(CloudEventsOutbound.DELIVER, http -> Addresses.routes(http, now::get));
    }

    @AfterEach
    void stop() {
        connector.close();
        tokens.close();
    }

    @Test
    void aStructuredEventIsWhatTheLibraryReads() throws Exception {
        try (var partner = HttpPartner.thatAnswers(202)) {
            // When
            deliver(address(partner));

            // Then
            Received call = partner.onlyCall();
            assertThat(call.header("content-type")).containsExactly("application/cloudevents+json; charset=UTF-8");
            assertIsTheNotice(read(call), "urn:estafette:hub");
        }
    }

    @Test
    void aBinaryEventIsTheSameOne() throws Exception {
        try (var partner = HttpPartner.thatAnswers(202)) {
            // When
            deliver(Addresses.with(address(partner), "mode", "binary"));

            // Then
            Received call = partner.onlyCall();
            assertThat(call.header("content-type")).containsExactly("application/json");
            assertIsTheNotice(read(call), "urn:estafette:hub");
        }
    }

    @Test
    void inTheDutchProfileTheHubSpeaksAsAnOrganisationsSystem() throws Exception {
        try (var partner = HttpPartner.thatAnswers(202)) {
            // When
            deliver(Addresses.with(Addresses.with(address(partner), "profile", "nl-gov"), "source", OURS));

            // Then
            assertIsTheNotice(read(partner.onlyCall()), OURS);
        }
    }

    @Test
    void noAttributeAndNoHeaderIsAboutThePerson() throws Exception {
        try (var partner = HttpPartner.thatAnswers(202)) {
            // When
            deliver(Addresses.with(address(partner), "mode", "binary"));

            // Then
            assertThat(partner.onlyCall().headers().toString()
                            + partner.onlyCall().uri())
                    .doesNotContain("999990342", "Jansen", "Sam");
        }
    }

    @Test
    void oneTokenServesUntilShortlyBeforeItsEnd() throws Exception {
        try (var partner = HttpPartner.thatAnswers(202)) {
            // When
            deliver(address(partner));
            now.set(NOW.plusSeconds(269));
            deliver(address(partner));
            now.set(NOW.plusSeconds(271));
            deliver(address(partner));

            // Then
            assertThat(partner.received())
                    .extracting(call -> call.header("authorization").getFirst())
                    .containsExactly("Bearer t-1", "Bearer t-1", "Bearer t-2");
        }
    }

    @Test
    void theTokenIsAskedForAsTheClientThatWeAre() throws Exception {
        try (var partner = HttpPartner.thatAnswers(202)) {
            // When
            deliver(Addresses.with(address(partner), "scope", "events:write cases"));

            // Then
            Received asked = tokens.server().onlyCall();
            assertThat(asked.body()).isEqualTo("grant_type=client_credentials&scope=events%3Awrite+cases");
            assertThat(asked.header("authorization"))
                    .containsExactly("Basic "
                            + java.util.Base64.getEncoder()
                                    .encodeToString("estafette:s3cr3t+of+the+client".getBytes(StandardCharsets.UTF_8)));
        }
    }

    @Test
    void aTokenThatEndedEarlyIsReplacedOnce() throws Exception {
        try (var partner = HttpPartner.thatDoes(exchange -> {
            boolean old = exchange.getRequestHeaders().getFirst("Authorization").equals("Bearer t-1");
            exchange.sendResponseHeaders(old ? 401 : 202, -1);
            exchange.close();
        })) {
            // When
            DeliveryResult result = deliver(address(partner));

            // Then
            assertThat(result).isInstanceOf(Delivered.class);
            assertThat(partner.received()).hasSize(2);
        }
    }

    @Test
    void aDoorThatTakesNoTokenOfOursMakesNoNoticeWrong() throws Exception {
        try (var partner = HttpPartner.thatAnswers(401)) {
            // When
            DeliveryResult result = deliver(address(partner));

            // Then
            assertThat(result).isInstanceOfSatisfying(PartnerTrouble.class, trouble -> {
                assertThat(trouble.code()).isEqualTo("HTTP_401");
                assertThat(trouble.inDoubt()).isFalse();
            });
            assertThat(partner.received()).hasSize(2);
        }
    }

    @Test
    void withoutATokenNothingIsPosted() throws Exception {
        try (var partner = HttpPartner.thatAnswers(202);
                var closed = HttpPartner.thatAnswers(400)) {
            // When
            DeliveryResult result = deliver(Addresses.address(partner.url(), closed.url()));

            // Then
            assertThat(result).isInstanceOfSatisfying(PartnerTrouble.class, trouble -> {
                assertThat(trouble.code()).isEqualTo("TOKEN");
                assertThat(trouble.detail()).contains("answered 400").doesNotContain(Addresses.SECRET, "key=");
            });
            assertThat(partner.received()).isEmpty();
        }
    }

    @Test
    void anEventLargerThanTheDutchProfileAllowsIsRefused() throws Exception {
        assertThat(Profile.NL_GOV.takes(64 * 1024)).isTrue();
        assertThat(Profile.NL_GOV.takes(64 * 1024 + 1)).isFalse();
        assertThat(Profile.BELGIF.takes(Integer.MAX_VALUE)).isTrue();
    }

    private DeliveryResult deliver(DeliveryAddress address) {
        return connector.deliver(SampleNotices.delivery(SampleNotices.act(), address));
    }

    private DeliveryAddress address(HttpPartner partner) {
        return Addresses.address(partner.url(), tokens.url());
    }

    private static CloudEvent read(Received call) {
        return HttpMessageFactory.createReaderFromMultimap(
                        call.headers(), call.body().getBytes(StandardCharsets.UTF_8))
                .toEvent();
    }

    private static void assertIsTheNotice(CloudEvent event, String source) {
        assertThat(event.getId()).isEqualTo(SampleNotices.act().getNoticeId());
        assertThat(event.getSource()).hasToString(source);
        assertThat(event.getType()).isEqualTo("eu.estafette.case.v1.notice.notify.created");
        assertThat(event.getExtension("service")).isEqualTo("eu.estafette.case.v1");
        assertThat(event.getSubject()).isNull();
        assertThat(new String(event.getData().toBytes(), StandardCharsets.UTF_8))
                .contains("\"noticeId\":\"" + SampleNotices.act().getNoticeId(), "999990342");
    }
}
