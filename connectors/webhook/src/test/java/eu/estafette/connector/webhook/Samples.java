package eu.estafette.connector.webhook;

import eu.estafette.kit.party.DeliveryAddress;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Addresses of webhooks, and what partners sign. */
final class Samples {

    static final String SECRET = "whsec_ZXN0YWZldHRlLXRlc3Qtc2VjcmV0LW51bWJlci0x";
    static final String NEXT_SECRET = "whsec_ZXN0YWZldHRlLXRlc3Qtc2VjcmV0LW51bWJlci0y";

    private Samples() {}

    static DeliveryAddress address(URI url, String... secrets) {
        return new DeliveryAddress("webhook", Map.of("url", List.of(url.toString()), "secret", List.of(secrets)));
    }

    static Map<String, List<String>> headers(String... namesAndValues) {
        return IntStream.range(0, namesAndValues.length / 2)
                .boxed()
                .collect(Collectors.toMap(i -> namesAndValues[2 * i], i -> List.of(namesAndValues[2 * i + 1])));
    }

    static List<WebhookSecret> secrets(String... texts) {
        return Arrays.stream(texts)
                .map(text -> WebhookSecret.parse(text).orElseThrow())
                .toList();
    }
}
