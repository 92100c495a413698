package eu.estafette.connector.webhook;

import static eu.estafette.connector.webhook.Samples.NEXT_SECRET;
import static eu.estafette.connector.webhook.Samples.NOW;
import static eu.estafette.connector.webhook.Samples.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.standardwebhooks.Webhook;
import eu.estafette.connector.webhook.Partner.Received;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.Payload;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.delivery.DeliveryResult.Gone;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookRoutesTest {

    private Connector connector;

    @BeforeEach
    void start() throws Exception {
        connector = Connector.at(InstantSource.system());
    }

    @AfterEach
    void stop() {
        connector.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void anAnswerOf2xxIsADelivery(int status) throws Exception {
        try (var partner = Partner.thatAnswers(status)) {
            // When
            DeliveryResult result = deliver(Samples.act(), partner, SECRET);

            // Then
            assertThat(result).isEqualTo(new Delivered(OptionalInt.of(status)));
            assertThat(partner.onlyCall().uri()).hasToString("/hooks/estafette?key=s3cr3t");
        }
    }

    @Test
    void thePartnerVerifiesTheSignatureWithTheReferenceLibrary() throws Exception {
        try (var partner = Partner.thatAnswers(204)) {
            // When
            deliver(Samples.act(), partner, SECRET);

            // Then
            Received call = partner.onlyCall();
            assertThatCode(() -> new Webhook(SECRET).verify(call.body(), call.headers()))
                    .doesNotThrowAnyException();
            assertThatCode(() -> new Webhook(NEXT_SECRET).verify(call.body(), call.headers()))
                    .hasMessageContaining("signature");
        }
    }

    @Test
    void duringARotationBothSecretsVerifyAndTheFirstOneStandsFirst() throws Exception {
        try (var partner = Partner.thatAnswers(204)) {
            // When
            deliver(Samples.act(), partner, NEXT_SECRET, SECRET);

            // Then
            Received call = partner.onlyCall();
            assertThatCode(() -> new Webhook(NEXT_SECRET).verify(call.body(), call.headers()))
                    .doesNotThrowAnyException();
            assertThatCode(() -> new Webhook(SECRET).verify(call.body(), call.headers()))
                    .doesNotThrowAnyException();
            assertThat(call.header("webhook-signature").getFirst())
                    .startsWith(new Webhook(NEXT_SECRET)
                            .sign(
                                    Samples.act().getNoticeId(),
                                    Long.parseLong(
                                            call.header("webhook-timestamp").getFirst()),
                                    call.body()));
        }
    }

    @Test
    void aRepeatedCallHasTheSameIdAndBodyAndIsSignedAnew() throws Exception {
        Iterator<java.time.Instant> times = List.of(NOW, NOW.plusSeconds(600)).iterator();
        try (var partner = Partner.thatAnswers(204);
                var later = Connector.at(times::next)) {
            // When
            later.deliver(Samples.delivery(Samples.act(), Samples.address(partner.url(), SECRET)));
            later.deliver(Samples.delivery(Samples.act(), Samples.address(partner.url(), SECRET)));

            // Then
            Received first = partner.received().getFirst();
            Received second = partner.received().getLast();
            assertThat(partner.received()).hasSize(2);
            assertThat(second.body()).isEqualTo(first.body());
            assertThat(second.header("webhook-id")).isEqualTo(first.header("webhook-id"));
            assertThat(second.header("webhook-timestamp")).containsExactly(Long.toString(NOW.getEpochSecond() + 600));
            assertThat(second.header("webhook-signature")).isNotEqualTo(first.header("webhook-signature"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 429})
    void aServersFailureIsThePartnersTrouble(int status) throws Exception {
        try (var partner = Partner.thatAnswers(status)) {
            // When
            DeliveryResult result = deliver(Samples.act(), partner, SECRET);

            // Then
            assertThat(result)
                    .isEqualTo(new PartnerTrouble(
                            "HTTP_" + status,
                            OptionalInt.of(status),
                            host(partner) + " answered " + status,
                            Optional.empty(),
                            status != 503 && status != 429));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "429, 120, PT2M",
        "503, 0, PT0S",
        "503, ' 7 ', PT7S",
        "503, 'Mon, 02 Mar 2026 08:25:01 GMT', PT10M",
        "503, 'Mon, 02 Mar 2026 08:00:00 GMT', PT0S",
    })
    void thePartnerSaysWhenToComeBack(int status, String header, Duration wait) throws Exception {
        try (var partner = Partner.thatAnswers(status, Map.of("Retry-After", header));
                var connectorAtNow = Connector.at(InstantSource.fixed(NOW))) {
            // When
            DeliveryResult result =
                    connectorAtNow.deliver(Samples.delivery(Samples.act(), Samples.address(partner.url(), SECRET)));

            // Then
            assertThat(((PartnerTrouble) result).retryAfter()).contains(wait);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "1.5", "99999999999999999999", "Mon, 99 Mar 2026 08:25:01 GMT"})
    void aWaitThatCannotBeReadIsNone(String header) throws Exception {
        try (var partner = Partner.thatAnswers(503, Map.of("Retry-After", header))) {
            // When
            DeliveryResult result = deliver(Samples.act(), partner, SECRET);

            // Then
            assertThat(((PartnerTrouble) result).retryAfter()).isEmpty();
        }
    }

    @Test
    void anAddressThatIsGoneIsGone() throws Exception {
        try (var partner = Partner.thatAnswers(410)) {
            // When
            DeliveryResult result = deliver(Samples.act(), partner, SECRET);

            // Then
            assertThat(result).isInstanceOf(Gone.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 403, 404, 409, 413, 415, 422})
    void anyOther4xxIsTheNoticesOwnTrouble(int status) throws Exception {
        try (var partner = Partner.thatAnswers(status)) {
            // When
            DeliveryResult result = deliver(Samples.act(), partner, SECRET);

            // Then
            assertThat(result).isInstanceOfSatisfying(Refused.class, refused -> {
                assertThat(refused.code()).isEqualTo("HTTP_" + status);
                assertThat(refused.status()).hasValue(status);
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) throws Exception {
        try (var elsewhere = Partner.thatAnswers(204);
                var partner = Partner.thatAnswers(
                        status, Map.of("Location", elsewhere.url().toString()))) {
            // When
            DeliveryResult result = deliver(Samples.act(), partner, SECRET);

            // Then
            assertThat(result).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.detail())
                    .contains("redirects"));
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @Test
    void whatAPartnerWritesBackIsNotRepeated() throws Exception {
        try (var partner = Partner.thatDoes(exchange -> {
            byte[] echo = "999990342 is unknown".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(422, echo.length);
            exchange.getResponseBody().write(echo);
            exchange.close();
        })) {
            // When
            DeliveryResult result = deliver(Samples.act(), partner, SECRET);

            // Then
            assertThat(result.toString()).contains("422").doesNotContain("999990342", "s3cr3t", SECRET);
        }
    }

    @Test
    void contentThatCannotBeReadIsRefusedWithoutACall() throws Exception {
        Payload broken = Payload.newBuilder(Samples.act().getPayload())
                .setOpen(ByteBuffer.wrap(new byte[] {99, 99}))
                .build();
        try (var partner = Partner.thatAnswers(204)) {
            // When
            DeliveryResult result =
                    deliver(Notice.newBuilder(Samples.act()).setPayload(broken).build(), partner, SECRET);

            // Then
            assertThat(result).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                    .isEqualTo("UNREADABLE"));
            assertThat(partner.received()).isEmpty();
        }
    }

    private DeliveryResult deliver(Notice notice, Partner partner, String... secrets) {
        return connector.deliver(Samples.delivery(notice, Samples.address(partner.url(), secrets)));
    }

    private static String host(Partner partner) {
        return "http://127.0.0.1:" + partner.url().getPort();
    }
}
