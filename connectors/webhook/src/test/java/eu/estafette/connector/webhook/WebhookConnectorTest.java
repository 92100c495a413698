package eu.estafette.connector.webhook;

import static eu.estafette.connector.webhook.Samples.NEXT_SECRET;
import static eu.estafette.connector.webhook.Samples.SECRET;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.kit.party.DeliveryAddress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookConnectorTest {

    private static final URI URL = URI.create("https://tool.example/hooks/estafette");

    private final WebhookConnector connector = new WebhookConnector();

    @Test
    void itIsKnownAsWebhook() {
        assertThat(connector.name()).isEqualTo("webhook");
        assertThat(connector.uri()).isEqualTo("direct:webhook.deliver");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"https://tool.example/hooks/estafette", "http://127.0.0.1:8081/", "HTTPS://[::1]:9/a?key=b"})
    void anAddressWithUrlAndSecretHasNoFault(String url) {
        assertThat(connector.faultsOf(Samples.address(URI.create(url), SECRET))).isEmpty();
        assertThat(connector.faultsOf(Samples.address(URI.create(url), NEXT_SECRET, SECRET)))
                .isEmpty();
    }

    @Test
    void allFaultsAreToldAtOnce() {
        // Given
        var address = new DeliveryAddress("webhook", Map.of("uri", List.of(URL.toString())));

        // When
        List<String> faults = connector.faultsOf(address);

        // Then
        assertThat(faults).hasSize(3);
        assertThat(faults.get(0)).contains("unknown key \"uri\"");
        assertThat(faults.get(1)).contains("\"url\" is given 0 times");
        assertThat(faults.get(2)).contains("\"secret\" is missing");
    }

    @ParameterizedTest
    @CsvSource({
        "ftp://tool.example/hooks, must begin with",
        "tool.example/hooks, must begin with",
        "mailto:hooks@tool.example, must begin with",
        "https:///hooks, names no host",
        "https://tool_1/hooks, names no host",
        "'https://tool.example/ho oks', is no URL",
        "https://user:word@tool.example/hooks, holds a user",
    })
    void anAddressThatCannotBeCalledIsAFault(String url, String fault) {
        // Given
        var address = new DeliveryAddress("webhook", Map.of("url", List.of(url), "secret", List.of(SECRET)));

        // When / Then
        assertThat(connector.faultsOf(address))
                .singleElement()
                .asString()
                .contains(fault)
                .doesNotContain("hooks", "word");
    }

    @Test
    void twoUrlsAreAFault() {
        // Given
        var address = new DeliveryAddress(
                "webhook", Map.of("url", List.of("https://a.example", "https://b.example"), "secret", List.of(SECRET)));

        // When / Then
        assertThat(connector.faultsOf(address)).singleElement().asString().contains("given 2 times");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "whsec_", "not base64 at all", "whsec_c2hvcnQ=", "whsec_" + TOO_LONG})
    void aSecretThatCannotBeUsedIsAFaultThatDoesNotShowIt(String secret) {
        // When
        List<String> faults = connector.faultsOf(Samples.address(URL, SECRET, secret));

        // Then
        assertThat(faults).singleElement().asString().contains("number 2").contains("24 to 64 random bytes");
        assertThat(secret.length() > 6 && faults.getFirst().contains(secret)).isFalse();
    }

    @Test
    void anAddressWithFaultsIsNotCalled() {
        // Given
        var settings = new WebhookSettings(Samples.address(URL));

        // When / Then
        assertThatThrownBy(settings::read)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("secret");
    }

    @Test
    void nothingThatIsLoggedShowsSecretPathOrPerson() {
        // Given
        var address =
                new WebhookAddress(URI.create("https://tool.example:444/hooks?key=s3cr3t"), Samples.secrets(SECRET));
        var message = new WebhookMessage("N1-7", address, "{\"number\":\"999990342\"}");

        // When
        String text = new SignedMessage(message, 1, "v1,x").toString();

        // Then
        assertThat(text)
                .contains("N1-7", "https://tool.example:444")
                .doesNotContain("hooks", "s3cr3t", "999990342", "ZXN0YWZldHRl");
    }

    private static final String TOO_LONG =
            "QUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUFBQUE=";

    @Test
    void aHostIsTriedWithoutSendingItAnything() throws IOException {
        try (var host = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI url = URI.create("http://127.0.0.1:" + host.getLocalPort() + "/hooks/key");

            assertThat(connector.tryOut(Samples.address(url, SECRET))).isEmpty();
            try (Socket visitor = host.accept()) {
                assertThat(visitor.getInputStream().read()).isEqualTo(-1);
            }
        }
    }

    @Test
    void whatIsWrongWithAHostIsSaidWithoutTheRestOfItsUrl() throws IOException {
        // Given
        int free;
        try (var closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            free = closed.getLocalPort();
        }

        // When / Then
        assertThat(connector.tryOut(Samples.address(URI.create("http://127.0.0.1:" + free + "/hooks/key"), SECRET)))
                .hasValueSatisfying(fault -> assertThat(fault)
                        .startsWith("http://127.0.0.1:" + free + " cannot be reached")
                        .doesNotContain("key"));
    }
}
