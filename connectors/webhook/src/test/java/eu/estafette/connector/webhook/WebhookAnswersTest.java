package eu.estafette.connector.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.kit.party.DeliveryAddress;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookAnswersTest {

    private static final String BODY = "{\"outcome\":\"ACCEPTED\",\"remark\":\"Zoë starts Monday\"}";

    @Test
    void anAnswerSignedWithAnyOfTheSecretsIsThePartys() {
        assertThat(fault(signed(Deliveries.SECRET, Duration.ZERO), BODY)).isEmpty();
        assertThat(fault(signed(Deliveries.OLDER_SECRET, Duration.ZERO), BODY)).isEmpty();
    }

    @Test
    void oneSignedWithAnotherIsNot() {
        assertThat(fault(signed("whsec_" + "QUJDREVGR0hJSktMTU5PUFFSU1RVVldY", Duration.ZERO), BODY))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(longs = {-290, 290})
    void fiveMinutesOffAreTaken(long seconds) {
        assertThat(fault(signed(Deliveries.SECRET, Duration.ofSeconds(seconds)), BODY))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(longs = {-310, 320})
    void moreAreNot(long seconds) {
        assertThat(fault(signed(Deliveries.SECRET, Duration.ofSeconds(seconds)), BODY))
                .isPresent();
    }

    @Test
    void theSignatureIsOverTheBodyAsItCame() {
        assertThat(fault(signed(Deliveries.SECRET, Duration.ZERO), BODY.replace(":", ": ")))
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void aMissingHeaderIsAFault(String missing) {
        Map<String, List<String>> headers = signed(Deliveries.SECRET, Duration.ZERO);
        headers.keySet().removeIf(missing::equalsIgnoreCase);

        assertThat(fault(headers, BODY)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "v1", "v1,", "v2,abc", "v1,abc v1,def", "no signature at all"})
    void aBrokenSignatureIsAFault(String signature) {
        Map<String, List<String>> headers = signed(Deliveries.SECRET, Duration.ZERO);
        headers.put("webhook-signature", List.of(signature));

        assertThat(fault(headers, BODY)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "99999999999999999999"})
    void aBrokenTimestampIsAFault(String timestamp) {
        Map<String, List<String>> headers = signed(Deliveries.SECRET, Duration.ZERO);
        headers.put("webhook-timestamp", List.of(timestamp));

        assertThat(fault(headers, BODY)).isPresent();
    }

    @Test
    void aPartyWithoutSecretCannotSign() {
        assertThat(WebhookAnswers.faultOf(
                        new DeliveryAddress("mailbox", Map.of()),
                        signed(Deliveries.SECRET, Duration.ZERO),
                        BODY.getBytes(UTF_8)))
                .isPresent();
    }

    private static Optional<String> fault(Map<String, List<String>> headers, String body) {
        var address =
                new DeliveryAddress("webhook", Map.of("secret", List.of(Deliveries.SECRET, Deliveries.OLDER_SECRET)));
        return WebhookAnswers.faultOf(address, headers, body.getBytes(UTF_8));
    }

    private static Map<String, List<String>> signed(String secret, Duration off) {
        long timestamp = Instant.now().plus(off).getEpochSecond();
        String signature = new WebhookSecrets(List.of(secret)).sign("answer-1", timestamp, BODY);
        return new HashMap<>(Map.of(
                "Webhook-Id", List.of("answer-1"),
                "webhook-timestamp", List.of(String.valueOf(timestamp)),
                "webhook-signature", List.of(signature)));
    }
}
