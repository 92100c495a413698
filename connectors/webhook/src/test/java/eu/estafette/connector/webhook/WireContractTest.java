package eu.estafette.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What partners build their receivers on, letter by letter. A change here breaks them. */
class WireContractTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:15:02Z");

    @Test
    void theBodyIsThisCloudEvent() {
        WebhookMessage message = new WebhookEnvelope(Deliveries.json(), () -> NOW)
                .seal(Deliveries.to("https://tool.example/hooks/estafette", Deliveries.SECRET));

        assertThat(message.body())
                .isEqualTo("{\"specversion\":\"1.0\",\"id\":\"N1-0123456789ABCDEFGHJKMNPQRSTVWXYZ0123456\","
                        + "\"source\":\"urn:estafette:hub\",\"type\":\"eu.estafette.case.v1.notice.notify.created\","
                        + "\"service\":\"eu.estafette.case.v1\",\"time\":\"2026-03-02T08:15:00.123456Z\","
                        + "\"datacontenttype\":\"application/json\",\"data\":{"
                        + "\"noticeId\":\"N1-0123456789ABCDEFGHJKMNPQRSTVWXYZ0123456\","
                        + "\"caseRef\":\"E1-0123456789ABCDEFGHJKMNPQRS\",\"forRole\":\"COACH_ORGANISATION\","
                        + "\"to\":{\"party\":\"jobcoach-noord\"},\"purpose\":\"ACT\","
                        + "\"subject\":{\"givenName\":\"Zoë\",\"familyName\":\"Jansen\",\"scheme\":\"BSN\",\"number\":\"999990342\"},"
                        + "\"step\":{\"code\":\"DECIDE-REFERRAL\",\"text\":\"Décidez si vous prenez la personne en charge\","
                        + "\"due\":\"2026-03-09\"},"
                        + "\"event\":{\"type\":\"referral.requested\",\"nature\":\"REQUEST\",\"by\":\"REFERRER\","
                        + "\"occurredOn\":\"2026-03-02\",\"action\":\"ORIGINAL\",\"businessKey\":\"REF-2026-0017\",\"version\":1},"
                        + "\"view\":{\"name\":\"referral-fact\",\"version\":1},\"data\":{\"requestedStart\":\"2026-03-16\"},"
                        + "\"answer\":{\"url\":\"https://hub.example/api/notices/N1-0123456789ABCDEFGHJKMNPQRSTVWXYZ0123456/answer\","
                        + "\"outcomes\":[\"ACCEPTED\",\"DECLINED\",\"NEEDS_INFO\"]},\"rule\":\"R1\"}}");
        assertThat(message.id()).isEqualTo("N1-0123456789ABCDEFGHJKMNPQRSTVWXYZ0123456");
        assertThat(message.timestamp()).isEqualTo(1772439302L);
    }

    @Test
    void theSignatureIsStandardWebhooks() {
        // the published example of the Standard Webhooks libraries
        String signature = new WebhookSecrets(java.util.List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
                .sign("msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330L, "{\"test\": 2432232314}");

        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @Test
    void theHeadersAreThese() {
        try (var receiver = new Receiver();
                var post = new WebhookPost(new WebhookTimeouts(Duration.ofSeconds(2), Duration.ofSeconds(5)))) {
            post.send(new WebhookMessage(
                    java.net.URI.create(receiver.url()), "N1-X", 1772439302L, "v1,abc= v1,def=", "{\"é\":1}"));

            Receiver.Received request = receiver.received().getFirst();
            assertThat(request.header("content-type")).isEqualTo("application/cloudevents+json; charset=utf-8");
            assertThat(request.header("user-agent")).isEqualTo("Estafette");
            assertThat(request.header("webhook-id")).isEqualTo("N1-X");
            assertThat(request.header("webhook-timestamp")).isEqualTo("1772439302");
            assertThat(request.header("webhook-signature")).isEqualTo("v1,abc= v1,def=");
            assertThat(request.body()).isEqualTo("{\"é\":1}");
            assertThat(request.headers().keySet().stream().map(name -> name.toLowerCase(java.util.Locale.ROOT)))
                    .containsOnly(
                            "content-type",
                            "content-length",
                            "host",
                            "user-agent",
                            "webhook-id",
                            "webhook-timestamp",
                            "webhook-signature");
        }
    }
}
