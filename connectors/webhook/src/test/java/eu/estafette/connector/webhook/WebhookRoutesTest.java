package eu.estafette.connector.webhook;

import static eu.estafette.connector.webhook.Deliveries.OLDER_SECRET;
import static eu.estafette.connector.webhook.Deliveries.SECRET;
import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.standardwebhooks.Webhook;
import com.standardwebhooks.exceptions.WebhookVerificationException;
import eu.estafette.connector.webhook.Receiver.Received;
import eu.estafette.contract.message.Payload;
import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Delivered;
import eu.estafette.kit.delivery.DeliveryResult.Gone;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.CountDownLatch;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The route against a real HTTP server. */
class WebhookRoutesTest {

    private final WebhookTimeouts timeouts = new WebhookTimeouts(Duration.ofMillis(500), Duration.ofSeconds(1));
    private final WebhookRoutes routes = new WebhookRoutes(Deliveries.json(), timeouts, InstantSource.system());
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Receiver receiver = new Receiver();
    private ProducerTemplate template;

    @BeforeEach
    void start() throws Exception {
        camel.addRoutes(routes);
        camel.start();
        template = camel.createProducerTemplate();
    }

    @AfterEach
    void stop() throws Exception {
        receiver.close();
        camel.close();
        routes.close();
    }

    @Test
    void whatIsTakenIsDelivered() {
        receiver.answers(202);

        DeliveryResult result = deliver();

        assertThat(result).isEqualTo(new Delivered(OptionalInt.of(202)));
        assertThat(receiver.received()).singleElement().satisfies(request -> {
            assertThat(request.method()).isEqualTo("POST");
            assertThat(request.header("webhook-id")).isEqualTo("N1-0123456789ABCDEFGHJKMNPQRSTVWXYZ0123456");
            assertThat(Instant.ofEpochSecond(Long.parseLong(request.header("webhook-timestamp"))))
                    .isBetween(Instant.now().minusSeconds(60), Instant.now());
        });
    }

    @Test
    void duringRotationBothSecretsVerifyTheMessageAndTheNewOneSignsFirst() throws Exception {
        deliver(Deliveries.to(receiver.url(), SECRET, OLDER_SECRET));

        Received request = receiver.received().getFirst();
        new Webhook(SECRET).verify(request.body(), request.headers());
        new Webhook(OLDER_SECRET).verify(request.body(), request.headers());
        long timestamp = Long.parseLong(request.header("webhook-timestamp"));
        assertThat(request.header("webhook-signature"))
                .startsWith(new Webhook(SECRET).sign(request.header("webhook-id"), timestamp, request.body()) + " ");
    }

    @Test
    void anotherSecretOrAChangedBodyDoesNotVerify() throws Exception {
        deliver(Deliveries.to(receiver.url(), SECRET));

        Received request = receiver.received().getFirst();
        assertThatThrownBy(() -> new Webhook(OLDER_SECRET).verify(request.body(), request.headers()))
                .isInstanceOf(WebhookVerificationException.class);
        assertThatThrownBy(() -> new Webhook(SECRET).verify(request.body() + " ", request.headers()))
                .isInstanceOf(WebhookVerificationException.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {400, 401, 404, 409, 413, 422, 451})
    void otherClientErrorsAreTheNoticesOwn(int status) {
        receiver.answers(status);

        assertThat(deliver()).isEqualTo(new Refused("REFUSED", OptionalInt.of(status), "127.0.0.1: HTTP " + status));
    }

    @ParameterizedTest
    @CsvSource({
        "500, SERVER_ERROR",
        "502, SERVER_ERROR",
        "503, SERVER_ERROR",
        "504, SERVER_ERROR",
        "429, TOO_MANY_REQUESTS",
        "408, NOT_NOW",
        "425, NOT_NOW"
    })
    void serverErrorsAndTooManyRequestsAreThePartnersTrouble(int status, String code) {
        receiver.answers(status);

        assertThat(deliver())
                .isEqualTo(new PartnerTrouble(
                        code, OptionalInt.of(status), "127.0.0.1: HTTP " + status, Optional.empty()));
    }

    @Test
    void goneIsGone() {
        receiver.answers(410);

        assertThat(deliver()).isEqualTo(new Gone("127.0.0.1: HTTP 410"));
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aRedirectIsNotFollowed(int status) {
        try (var elsewhere = new Receiver()) {
            receiver.answers(status, "Location", elsewhere.url());

            assertThat(trouble().code()).isEqualTo("REDIRECTED");
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @Test
    void retryAfterIsReadInSeconds() {
        receiver.answers(503, "Retry-After", "120");

        assertThat(trouble().retryAfter()).contains(Duration.ofSeconds(120));
    }

    @Test
    void retryAfterIsReadAsADate() {
        ZonedDateTime inTwoHours = ZonedDateTime.now(ZoneOffset.UTC).plusHours(2);
        receiver.answers(429, "Retry-After", DateTimeFormatter.RFC_1123_DATE_TIME.format(inTwoHours));

        assertThat(trouble().retryAfter().orElseThrow()).isBetween(Duration.ofMinutes(119), Duration.ofMinutes(120));
    }

    @Test
    void aServerThatHangsTimesOut() {
        receiver.hangs();

        assertThat(trouble().code()).isEqualTo("TIMED_OUT");
        assertThat(receiver.received()).hasSize(1);
    }

    @Test
    void theStatusCountsThoughTheRestOfTheAnswerNeverComes() {
        receiver.neverEnds();

        assertThat(deliver()).isEqualTo(new Delivered(OptionalInt.of(200)));
    }

    @Test
    void nobodyThereIsNoConnection() throws Exception {
        int port;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }

        assertThat(trouble(Deliveries.to("http://127.0.0.1:" + port + "/", SECRET))
                        .code())
                .isEqualTo("CONNECT_FAILED");
    }

    @Test
    void aConnectionThatIsResetAfterItWasAcceptedLeavesTheNoticeInDoubt() throws Exception {
        try (var resetting = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            var accepted = new CountDownLatch(1);
            Thread.ofVirtual().start(() -> acceptAndReset(resetting, accepted));

            String url = "http://127.0.0.1:" + resetting.getLocalPort() + "/";

            assertThat(trouble(Deliveries.to(url, SECRET)).code()).isEqualTo("CONNECTION_LOST");
            assertThat(accepted.getCount()).isZero();
        }
    }

    @Test
    void aServerThatShouldSpeakTlsAndDoesNotIsNotToldAnything() throws Exception {
        try (var plain = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> greetInClear(plain));

            String url = "https://127.0.0.1:" + plain.getLocalPort() + "/";

            assertThat(trouble(Deliveries.to(url, SECRET)).code()).isEqualTo("TLS_FAILED");
        }
    }

    @Test
    void aNoticeThatCannotBeReadIsRefusedWithoutACall() {
        var notice = Deliveries.notice()
                .setPayload(new Payload("view/referral-fact", 1, ByteBuffer.wrap(new byte[] {9}), null))
                .build();

        DeliveryResult result = deliver(Deliveries.to(receiver.url(), notice, SECRET));

        assertThat(result).isInstanceOfSatisfying(Refused.class, refused -> assertThat(refused.code())
                .isEqualTo("UNREADABLE"));
        assertThat(receiver.received()).isEmpty();
    }

    private DeliveryResult deliver() {
        return deliver(Deliveries.to(receiver.url(), SECRET));
    }

    private DeliveryResult deliver(Delivery delivery) {
        return template.requestBody("direct:webhook.deliver", delivery, DeliveryResult.class);
    }

    private PartnerTrouble trouble() {
        return trouble(Deliveries.to(receiver.url(), SECRET));
    }

    private PartnerTrouble trouble(Delivery delivery) {
        return (PartnerTrouble) deliver(delivery);
    }

    private static void greetInClear(ServerSocket server) {
        try (Socket socket = server.accept()) {
            socket.getOutputStream().write("HTTP/1.1 400 Bad Request\r\n\r\n".getBytes(US_ASCII));
            socket.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the beginning of the request, and then breaks the connection off with a reset. */
    private static void acceptAndReset(ServerSocket server, CountDownLatch accepted) {
        try (Socket socket = server.accept()) {
            socket.getInputStream().readNBytes(20);
            accepted.countDown();
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
