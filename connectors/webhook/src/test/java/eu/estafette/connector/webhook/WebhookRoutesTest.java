package eu.estafette.connector.webhook;

import static eu.estafette.connector.webhook.Samples.NEXT_SECRET;
import static eu.estafette.connector.webhook.Samples.SECRET;
import static eu.estafette.kit.rig.SampleNotices.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.standardwebhooks.Webhook;
import eu.estafette.contract.message.Notice;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import eu.estafette.kit.rig.HttpPartner;
import eu.estafette.kit.rig.HttpPartner.Received;
import eu.estafette.kit.rig.OutboundCalls;
import eu.estafette.kit.rig.SampleNotices;
import java.time.InstantSource;
import java.util.Iterator;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WebhookRoutesTest {

    private OutboundCalls connector;

    @BeforeEach
    void start() throws Exception {
        connector = Connectors.at(InstantSource.system());
    }

    @AfterEach
    void stop() {
        connector.close();
    }

    @Test
    void thePartnerVerifiesTheSignatureWithTheReferenceLibrary() throws Exception {
        try (var partner = HttpPartner.thatAnswers(204)) {
            // When
            deliver(SampleNotices.act(), partner, SECRET);

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
        try (var partner = HttpPartner.thatAnswers(204)) {
            // When
            deliver(SampleNotices.act(), partner, NEXT_SECRET, SECRET);

            // Then
            Received call = partner.onlyCall();
            assertThatCode(() -> new Webhook(NEXT_SECRET).verify(call.body(), call.headers()))
                    .doesNotThrowAnyException();
            assertThatCode(() -> new Webhook(SECRET).verify(call.body(), call.headers()))
                    .doesNotThrowAnyException();
            assertThat(call.header("webhook-signature").getFirst())
                    .startsWith(new Webhook(NEXT_SECRET)
                            .sign(
                                    SampleNotices.act().getNoticeId(),
                                    Long.parseLong(
                                            call.header("webhook-timestamp").getFirst()),
                                    call.body()));
        }
    }

    @Test
    void aRepeatedCallHasTheSameIdAndBodyAndIsSignedAnew() throws Exception {
        Iterator<java.time.Instant> times = List.of(NOW, NOW.plusSeconds(600)).iterator();
        try (var partner = HttpPartner.thatAnswers(204);
                var later = Connectors.at(times::next)) {
            // When
            later.deliver(SampleNotices.delivery(SampleNotices.act(), Samples.address(partner.url(), SECRET)));
            later.deliver(SampleNotices.delivery(SampleNotices.act(), Samples.address(partner.url(), SECRET)));

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

    @Test
    void aSignatureThatIsNotTakenIsTheNoticesOwnTrouble() throws Exception {
        try (var partner = HttpPartner.thatAnswers(401)) {
            // When
            DeliveryResult result = deliver(SampleNotices.act(), partner, SECRET);

            // Then
            assertThat(result).isInstanceOf(Refused.class);
        }
    }

    private DeliveryResult deliver(Notice notice, HttpPartner partner, String... secrets) {
        return connector.deliver(SampleNotices.delivery(notice, Samples.address(partner.url(), secrets)));
    }
}
