package eu.estafette.connector.webhook;

import static eu.estafette.connector.webhook.Samples.NEXT_SECRET;
import static eu.estafette.connector.webhook.Samples.SECRET;
import static eu.estafette.connector.webhook.Samples.headers;
import static eu.estafette.kit.rig.SampleNotices.NOW;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.standardwebhooks.Webhook;
import eu.estafette.connector.webhook.SignatureCheck.Genuine;
import eu.estafette.connector.webhook.SignatureCheck.NotGenuine;
import eu.estafette.domain.party.Role;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party.Member;
import eu.estafette.kit.rig.SampleNotices;
import java.net.URI;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSignaturesTest {

    private static final String BODY = "{\"outcome\":\"ACCEPTED\",\"remark\":\"très bien\"}";
    private static final String ID = "msg_2KWPBgLlAfxdpx2AI54pPJ85f4W";

    private final WebhookSignatures signatures = new WebhookSignatures(InstantSource.fixed(NOW));

    @Test
    void aCallSignedWithThePartysSecretIsGenuine() throws Exception {
        // When
        SignatureCheck check = verify(BODY, signed(0, SECRET), SECRET);

        // Then
        assertThat(check).isEqualTo(new Genuine(ID, NOW));
    }

    @Test
    void theExampleOfTheSpecificationIsGenuine() {
        // Given
        var then = new WebhookSignatures(InstantSource.fixed(java.time.Instant.ofEpochSecond(1614265330)));

        // When
        SignatureCheck check = then.verify(
                "{\"test\": 2432232314}".getBytes(UTF_8),
                headers(
                        "webhook-id", "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        "webhook-timestamp", "1614265330",
                        "webhook-signature", "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="),
                List.of("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"));

        // Then
        assertThat(check).isInstanceOf(Genuine.class);
    }

    @Test
    void eitherSecretMaySignDuringARotation() throws Exception {
        assertThat(verify(BODY, signed(0, SECRET), NEXT_SECRET, SECRET)).isInstanceOf(Genuine.class);
        assertThat(verify(BODY, signed(0, NEXT_SECRET), NEXT_SECRET, SECRET)).isInstanceOf(Genuine.class);
    }

    @Test
    void oneRightSignatureAmongOthersIsEnough() throws Exception {
        // Given
        var headers = signed(0, SECRET);
        String right = header(headers, "webhook-signature");
        var more = headers(
                "WEBHOOK-ID",
                ID,
                "Webhook-Timestamp",
                header(headers, "webhook-timestamp"),
                "Webhook-Signature",
                "v1a,AAAA v1,AAAA nonsense " + right);

        // When / Then
        assertThat(verify(BODY, more, SECRET)).isInstanceOf(Genuine.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-300, -299, 299, 300})
    void aSignatureWithinFiveMinutesIsTaken(int seconds) throws Exception {
        assertThat(verify(BODY, signed(seconds, SECRET), SECRET)).isInstanceOf(Genuine.class);
    }

    @ParameterizedTest
    @ValueSource(ints = {-100_000, -301, 301, 100_000})
    void aSignatureOfAnotherTimeIsNot(int seconds) throws Exception {
        assertBlamed("webhook-timestamp", verify(BODY, signed(seconds, SECRET), SECRET));
    }

    @Test
    void aChangedBodyIdOrTimeIsNotGenuine() throws Exception {
        // Given
        var headers = signed(0, SECRET);
        String signature = header(headers, "webhook-signature");
        String timestamp = header(headers, "webhook-timestamp");
        String later = Long.toString(NOW.getEpochSecond() + 1);

        // When / Then
        assertBlamed("webhook-signature", verify(BODY + " ", headers, SECRET));
        assertBlamed("webhook-signature", verify(BODY, call("msg_other", timestamp, signature), SECRET));
        assertBlamed("webhook-signature", verify(BODY, call(ID, later, signature), SECRET));
    }

    @Test
    void anotherPartysSecretIsNotEnoughAndNoneAtAllNeither() throws Exception {
        assertBlamed("webhook-signature", verify(BODY, signed(0, NEXT_SECRET), SECRET));
        assertBlamed("webhook-signature", verify(BODY, signed(0, SECRET)));
        assertBlamed("webhook-signature", verify(BODY, signed(0, SECRET), "unusable"));
    }

    @Test
    void bytesThatAreNoTextCannotStandInForTheReplacementCharacter() throws Exception {
        // Given
        var headers = signed("\uFFFD", 0, SECRET);

        // When / Then
        assertThat(signatures.verify("\uFFFD".getBytes(UTF_8), headers, List.of(SECRET)))
                .isInstanceOf(Genuine.class);
        assertBlamed("webhook-signature", signatures.verify(new byte[] {(byte) 0xff}, headers, List.of(SECRET)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"webhook-id", "webhook-timestamp", "webhook-signature"})
    void aMissingOrEmptyHeaderIsNamed(String missing) throws Exception {
        // Given
        var without = new java.util.HashMap<>(signed(0, SECRET));
        var empty = new java.util.HashMap<>(without);
        without.remove(missing);
        empty.put(missing, List.of(" "));

        // When / Then
        assertBlamed(missing, verify(BODY, without, SECRET));
        assertBlamed(missing, verify(BODY, empty, SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "-1", "1.5", "999999999999999999999", "2026-03-02T08:15:01Z"})
    void aTimeThatIsNoneIsNamed(String timestamp) {
        assertBlamed("webhook-timestamp", verify(BODY, call(ID, timestamp, "v1,AAAA"), SECRET));
    }

    @Test
    void theSecretsOfAPartyAreThoseOfAllItsWebhooks() {
        // Given
        URI url = URI.create("https://tool.example/");
        var mail = new DeliveryAddress("mail", Map.of("secret", List.of("smtp-secret")));
        var party = SampleNotices.party(
                Samples.address(url, NEXT_SECRET, SECRET),
                List.of(
                        new Member("coach-1", Set.of(Role.COACH), Optional.of(Samples.address(url, "third", SECRET))),
                        new Member("coach-2", Set.of(Role.COACH), Optional.of(mail)),
                        new Member("coach-3", Set.of(Role.COACH), Optional.empty())));

        // When / Then
        assertThat(WebhookSignatures.secretsOf(party)).containsExactly(NEXT_SECRET, SECRET, "third");
        assertThat(WebhookSignatures.secretsOf(SampleNotices.party(DeliveryAddress.OWN_MAILBOX, List.of())))
                .isEmpty();
    }

    private static void assertBlamed(String header, SignatureCheck check) {
        assertThat(check).isInstanceOfSatisfying(NotGenuine.class, wrong -> {
            assertThat(wrong.header()).isEqualTo(header);
            assertThat(wrong.detail()).startsWith(header + ": ");
        });
    }

    private SignatureCheck verify(String body, Map<String, List<String>> headers, String... secrets) {
        return signatures.verify(body.getBytes(UTF_8), headers, List.of(secrets));
    }

    private static String header(Map<String, List<String>> headers, String name) {
        return headers.getOrDefault(name, List.of()).getFirst();
    }

    private static Map<String, List<String>> signed(int seconds, String secret) throws Exception {
        return signed(BODY, seconds, secret);
    }

    private static Map<String, List<String>> signed(String body, int seconds, String secret) throws Exception {
        long timestamp = NOW.getEpochSecond() + seconds;
        return call(ID, Long.toString(timestamp), new Webhook(secret).sign(ID, timestamp, body));
    }

    private static Map<String, List<String>> call(String id, String timestamp, String signature) {
        return headers("webhook-id", id, "webhook-timestamp", timestamp, "webhook-signature", signature);
    }
}
