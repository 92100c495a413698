package eu.estafette.connector.zgw;

import eu.estafette.kit.http.HttpUrl;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.SettingKeys;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a party's file says under {@code deliver: {by: zgw, …}}. Faults never repeat a value: it may be a secret. */
record NotifySettings(DeliveryAddress address) {

    private static final String CALLBACK = "callback";
    private static final String AUTH = "auth";
    private static final String CHANNEL = "channel";
    private static final Set<String> KEYS = Set.of(CALLBACK, AUTH, CHANNEL);

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        faults.addAll(SettingKeys.of(ZgwConnector.NAME, KEYS).faultsOf(address));
        HttpUrl.fault(CALLBACK, address.all(CALLBACK)).map("zgw: "::concat).ifPresent(faults::add);
        if (address.setting(AUTH).filter(text -> !text.isBlank()).isEmpty()) {
            faults.add("zgw: \"auth\" is missing; it is the Authorization that the municipality wants to see");
        }
        return faults;
    }

    /** @throws IllegalArgumentException if the address has {@link #faults} */
    NotifyAddress read() {
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        return new NotifyAddress(
                URI.create(address.all(CALLBACK).getFirst()),
                address.all(AUTH).getFirst(),
                address.setting(CHANNEL).orElse("estafette"));
    }
}
