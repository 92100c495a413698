package eu.estafette.kit.rig;

import static eu.estafette.kit.rig.SampleNotices.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.Payload;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.delivery.DeliveryResult.Gone;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import eu.estafette.kit.http.HttpCalls;
import eu.estafette.kit.party.DeliveryAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.apache.camel.RoutesBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What every connector does that posts notices over HTTP: whose trouble an answer is, and what is never repeated of it. */
public abstract class HttpDeliveryContract {

    private OutboundCalls calls;

    /** Of the connector's route. */
    protected abstract String uri();

    protected abstract RoutesBuilder routes(HttpCalls http, InstantSource realTime);

    /** A party's address whose notices go to this url. */
    protected abstract DeliveryAddress address(URI url);

    @BeforeEach
    void startRoutes() throws Exception {
        calls = at(InstantSource.system());
    }

    @AfterEach
    void stopRoutes() {
        calls.close();
    }

    private OutboundCalls at(InstantSource realTime) throws Exception {
        return OutboundCalls.to(uri(), http -> routes(http, realTime));
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 201, 202, 204})
    void anAnswerOf2xxIsADelivery(int status) throws Exception {
        try (var partner = HttpPartner.thatAnswers(status)) {
            // When
            DeliveryResult result = deliver(SampleNotices.act(), partner);

            // Then
            assertThat(result).isEqualTo(new Delivered(OptionalInt.of(status)));
            assertThat(partner.onlyCall().uri()).hasToString("/hooks/estafette?key=s3cr3t");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 429})
    void aServersFailureIsThePartnersTrouble(int status) throws Exception {
        try (var partner = HttpPartner.thatAnswers(status)) {
            // When
            DeliveryResult result = deliver(SampleNotices.act(), partner);

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
        try (var partner = HttpPartner.thatAnswers(status, Map.of("Retry-After", header));
                var connectorAtNow = at(InstantSource.fixed(NOW))) {
            // When
            DeliveryResult result =
                    connectorAtNow.deliver(SampleNotices.delivery(SampleNotices.act(), address(partner.url())));

            // Then
            assertThat(((PartnerTrouble) result).retryAfter()).contains(wait);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "1.5", "99999999999999999999", "Mon, 99 Mar 2026 08:25:01 GMT"})
    void aWaitThatCannotBeReadIsNone(String header) throws Exception {
        try (var partner = HttpPartner.thatAnswers(503, Map.of("Retry-After", header))) {
            // When
            DeliveryResult result = deliver(SampleNotices.act(), partner);

            // Then
            assertThat(((PartnerTrouble) result).retryAfter()).isEmpty();
        }
    }

    @Test
    void anAddressThatIsGoneIsGone() throws Exception {
        try (var partner = HttpPartner.thatAnswers(410)) {
            // When
            DeliveryResult result = deliver(SampleNotices.act(), partner);

            // Then
            assertThat(result).isInstanceOf(Gone.class);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 403, 404, 409, 413, 415, 422})
    void anyOther4xxIsTheNoticesOwnTrouble(int status) throws Exception {
        try (var partner = HttpPartner.thatAnswers(status)) {
            // When
            DeliveryResult result = deliver(SampleNotices.act(), partner);

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
        try (var elsewhere = HttpPartner.thatAnswers(204);
                var partner = HttpPartner.thatAnswers(
                        status, Map.of("Location", elsewhere.url().toString()))) {
            // When
            DeliveryResult result = deliver(SampleNotices.act(), partner);

            // Then
            assertThat(result).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.detail())
                    .contains("redirects"));
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @Test
    void whatAPartnerWritesBackIsNotRepeated() throws Exception {
        try (var partner = HttpPartner.thatDoes(exchange -> {
            byte[] echo = "999990342 is unknown".getBytes(java.nio.charset.StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(422, echo.length);
            exchange.getResponseBody().write(echo);
            exchange.close();
        })) {
            // When
            DeliveryResult result = deliver(SampleNotices.act(), partner);

            // Then
            assertThat(result.toString()).contains("422").doesNotContain("999990342", "s3cr3t");
        }
    }

    @Test
    void contentThatCannotBeReadIsRefusedWithoutACall() throws Exception {
        Payload broken = Payload.newBuilder(SampleNotices.act().getPayload())
                .setOpen(ByteBuffer.wrap(new byte[] {99, 99}))
                .build();
        try (var partner = HttpPartner.thatAnswers(204)) {
            // When
            DeliveryResult result = deliver(
                    Notice.newBuilder(SampleNotices.act()).setPayload(broken).build(), partner);

            // Then
            assertThat(result).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                    .isEqualTo("UNREADABLE"));
            assertThat(partner.received()).isEmpty();
        }
    }

    private DeliveryResult deliver(Notice notice, HttpPartner partner) {
        return calls.deliver(SampleNotices.delivery(notice, address(partner.url())));
    }

    private static String host(HttpPartner partner) {
        return "http://127.0.0.1:" + partner.url().getPort();
    }
}
