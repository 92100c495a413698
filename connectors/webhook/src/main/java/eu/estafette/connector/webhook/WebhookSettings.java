package eu.estafette.connector.webhook;

import eu.estafette.kit.http.HttpUrl;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.SettingKeys;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a party's file says about its webhook: {@code url} and {@code secret}. Faults never repeat a value: it may be a secret. */
record WebhookSettings(DeliveryAddress address) {

    static final String URL = "url";
    static final String SECRET = "secret";

    private static final Set<String> KEYS = Set.of(URL, SECRET);

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        faults.addAll(SettingKeys.of(WebhookConnector.NAME, KEYS).faultsOf(address));
        HttpUrl.fault(URL, address.all(URL)).map("webhook: "::concat).ifPresent(faults::add);
        List<String> secrets = address.all(SECRET);
        if (secrets.isEmpty()) {
            faults.add(
                    "webhook: \"secret\" is missing; give the secret shared with the partner, or the list of new and old one");
        }
        for (int i = 0; i < secrets.size(); i++) {
            if (WebhookSecret.parse(secrets.get(i)).isEmpty()) {
                faults.add("webhook: \"secret\" number " + (i + 1) + " cannot be used; it is " + WebhookSecret.FORM);
            }
        }
        return faults;
    }

    /** @throws IllegalArgumentException if the address has {@link #faults} */
    WebhookAddress read() {
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        return new WebhookAddress(
                URI.create(address.all(URL).getFirst()),
                address.all(SECRET).stream()
                        .flatMap(text -> WebhookSecret.parse(text).stream())
                        .toList());
    }
}
