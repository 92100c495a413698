package eu.estafette.connector.cloudevents.out;

import eu.estafette.domain.party.PartyId;
import eu.estafette.kit.http.HttpUrl;
import eu.estafette.kit.http.TokenGrant;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.SettingKeys;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** What a party's file says about its door for events. Faults never repeat a value: it may be a secret. */
record EventSettings(DeliveryAddress address) {

    private static final String URL = "url";
    private static final String PROFILE = "profile";
    private static final String SOURCE = "source";
    private static final String MODE = "mode";
    private static final String TOKEN_URL = "token-url";
    private static final String CLIENT_ID = "client-id";
    private static final String CLIENT_SECRET = "client-secret";
    private static final String SCOPE = "scope";

    private static final Set<String> KEYS =
            Set.of(URL, PROFILE, SOURCE, MODE, TOKEN_URL, CLIENT_ID, CLIENT_SECRET, SCOPE);
    private static final String BINARY = "binary";
    private static final Set<String> MODES = Set.of("structured", BINARY);

    List<String> faults() {
        List<String> faults = new ArrayList<>();
        faults.addAll(SettingKeys.of("cloudevents", KEYS).faultsOf(address));
        HttpUrl.fault(URL, address.all(URL)).ifPresent(faults::add);
        HttpUrl.fault(TOKEN_URL, address.all(TOKEN_URL)).ifPresent(faults::add);
        for (String key : List.of(CLIENT_ID, CLIENT_SECRET)) {
            if (address.setting(key).filter(text -> !text.isBlank()).isEmpty()) {
                faults.add("\"" + key + "\" is missing; the partner's token server gives it to us");
            }
        }
        Profile.named(profile())
                .ifPresentOrElse(
                        profile -> profile.faultOf(address.setting(SOURCE)).ifPresent(faults::add),
                        () -> faults.add("\"profile\" must be belgif or nl-gov"));
        if (!MODES.contains(mode())) {
            faults.add("\"mode\" must be structured or binary");
        }
        return faults.stream().map("cloudevents: "::concat).toList();
    }

    /** @throws IllegalArgumentException if the address has {@link #faults} */
    EventAddress read() {
        List<String> faults = faults();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("; ", faults));
        }
        return new EventAddress(
                URI.create(one(URL)),
                Profile.named(profile()).orElseThrow(),
                address.setting(SOURCE).orElse(PartyId.HUB_SOURCE),
                mode().equals(BINARY),
                new TokenGrant(URI.create(one(TOKEN_URL)), one(CLIENT_ID), one(CLIENT_SECRET), address.setting(SCOPE)));
    }

    private String one(String key) {
        return address.all(key).getFirst();
    }

    private String profile() {
        return address.setting(PROFILE).orElse("belgif");
    }

    private String mode() {
        return address.setting(MODE).orElse("structured");
    }
}
