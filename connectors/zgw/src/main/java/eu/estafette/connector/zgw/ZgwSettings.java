package eu.estafette.connector.zgw;

import eu.estafette.kit.http.HttpUrl;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.SettingKeys;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a party's file says under {@code receive: [{by: zgw, …}]}. Faults never repeat a value: it may be a secret. */
record ZgwSettings(DeliveryAddress address) {

    private static final String NOTIFICATIONS = "notifications";
    private static final String CHANNEL = "channel";
    private static final String AUTH = "auth";
    private static final String CLIENT_ID = "client-id";
    private static final String CLIENT_SECRET = "client-secret";
    private static final Set<String> KEYS = Set.of(NOTIFICATIONS, CHANNEL, AUTH, CLIENT_ID, CLIENT_SECRET);

    private static final int SHORTEST_AUTH = 20;

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        faults.addAll(SettingKeys.of(ZgwConnector.NAME, KEYS).faultsOf(address));
        HttpUrl.fault(NOTIFICATIONS, address.all(NOTIFICATIONS)).ifPresent(faults::add);
        if (value(AUTH).length() < SHORTEST_AUTH) {
            faults.add(
                    "\"auth\" must have at least " + SHORTEST_AUTH
                            + " characters; it is the Authorization that the municipality's notifications carry, such as Token <secret>");
        }
        if (value(CLIENT_ID).isBlank()) {
            faults.add("\"client-id\" is missing; the municipality gives it to us");
        }
        if (value(CLIENT_SECRET).getBytes(StandardCharsets.UTF_8).length < ZgwClient.SHORTEST_SECRET) {
            faults.add("\"client-secret\" must have at least " + ZgwClient.SHORTEST_SECRET
                    + " bytes; the municipality gives it to us");
        }
        return faults;
    }

    /** @throws IllegalArgumentException if the address has {@link #faults} */
    ZgwAddress read() {
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException("zgw: " + String.join("; ", faults));
        }
        return new ZgwAddress(
                URI.create(value(NOTIFICATIONS)),
                address.setting(CHANNEL).orElse("estafette"),
                value(AUTH),
                new ZgwClient(value(CLIENT_ID), value(CLIENT_SECRET)));
    }

    private String value(String key) {
        return address.setting(key).orElse("");
    }
}
