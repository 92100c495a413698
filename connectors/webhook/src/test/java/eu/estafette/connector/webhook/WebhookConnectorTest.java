package eu.estafette.connector.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.kit.party.DeliveryAddress;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookConnectorTest {

    private final WebhookConnector connector = new WebhookConnector();

    @Test
    void itIsFoundByNameAndUri() {
        assertThat(connector.name()).isEqualTo("webhook");
        assertThat(connector.uri()).isEqualTo("direct:webhook.deliver");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://tool.example/hooks/estafette",
                "https://tool.example:8443/h?tenant=1",
                "http://localhost:8080/h",
                "http://127.0.0.1/h",
                "http://[::1]:9/h"
            })
    void aGoodAddressHasNoFault(String url) {
        assertThat(faults(Map.of("url", List.of(url)))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http://tool.example/h | must be https",
                "ftp://tool.example/h | must be https",
                "tool.example/h | must be absolute",
                "https:///h | must be absolute",
                "https://user:word@tool.example/h | must not hold a user",
                "https://tool.example/h#there | must not hold a user, a password or a fragment",
                "https://tool example/h | is no URL"
            })
    void aBadUrlIsToldWithWhatWouldBeRight(String url, String fault) {
        assertThat(faults(Map.of("url", List.of(url))))
                .singleElement()
                .asString()
                .contains(fault);
    }

    @Test
    void urlAndSecretMustBeThere() {
        assertThat(connector.faultsOf(new DeliveryAddress("webhook", Map.of()))).hasSize(2);
        assertThat(faults(Map.of("url", List.of("https://a.example", "https://b.example"))))
                .hasSize(1);
    }

    @Test
    void eachBadSecretIsCountedAndNoneIsShown() {
        List<String> faults = faults(Map.of(
                "secret",
                List.of(
                        Deliveries.SECRET,
                        "whsec_c2hvcnQ=",
                        "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                        "whsec_not base64 at all!!")));

        assertThat(faults)
                .containsExactly(
                        "secret 2 must be whsec_ and 24 to 64 bytes in base64",
                        "secret 3 must be whsec_ and 24 to 64 bytes in base64",
                        "secret 4 must be whsec_ and 24 to 64 bytes in base64");
    }

    @Test
    void anUnknownSettingIsAFault() {
        assertThat(faults(Map.of("secrets", List.of("x"))))
                .singleElement()
                .asString()
                .contains("\"secrets\"");
    }

    private List<String> faults(Map<String, List<String>> changed) {
        Map<String, List<String>> settings =
                new HashMap<>(Map.of("url", List.of("https://tool.example/h"), "secret", List.of(Deliveries.SECRET)));
        settings.putAll(changed);
        return connector.faultsOf(new DeliveryAddress("webhook", settings));
    }
}
