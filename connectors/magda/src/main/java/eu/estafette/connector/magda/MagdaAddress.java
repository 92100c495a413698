package eu.estafette.connector.magda;

import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.SettingKeys;
import eu.estafette.kit.soap.SoapAddress;
import eu.estafette.kit.subscription.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Where MAGDA is, as whom the hub comes, and what it asks for.
 *
 * @param identification as whom ({@code Identificatie}), as agreed when the hub was let in
 * @param capacity       on what ground ({@code Hoedanigheid}), agreed likewise
 * @param cancelled      {@code SchrappingsIndicatie}
 * @param agencies       {@code InterimIndicatie}
 */
record MagdaAddress(
        SoapAddress service, String identification, String capacity, String cancelled, String agencies, Pace pace) {

    private static final String IDENTIFICATION = "identification";
    private static final String CAPACITY = "capacity";
    private static final String CANCELLED = "schrappingsIndicatie";
    private static final String AGENCIES = "interimIndicatie";
    private static final Set<String> OWN = Set.of(IDENTIFICATION, CAPACITY, CANCELLED, AGENCIES);
    private static final int IDENTIFICATION_LENGTH = 120;
    private static final int CAPACITY_LENGTH = 24;

    /** Assumed: those that are meant and those that are not. */
    private static final String BOTH = "2";

    static List<String> faultsOf(DeliveryAddress address) {
        List<String> faults = new ArrayList<>(SettingKeys.of(MagdaConnector.NAME, SoapAddress.KEYS, Pace.KEYS, OWN)
                .faultsOf(address));
        faults.addAll(SoapAddress.faultsOf(address));
        name(address, IDENTIFICATION, IDENTIFICATION_LENGTH, faults);
        name(address, CAPACITY, CAPACITY_LENGTH, faults);
        indication(address, CANCELLED, faults);
        indication(address, AGENCIES, faults);
        faults.addAll(Pace.faultsOf(address));
        return faults;
    }

    private static void name(DeliveryAddress address, String key, int length, List<String> faults) {
        String name = address.setting(key).orElse("");
        if (name.isBlank() || name.length() > length) {
            faults.add("\"" + key + "\" must be there, with at most " + length
                    + " characters, as agreed with Digitaal Vlaanderen");
        }
    }

    private static void indication(DeliveryAddress address, String key, List<String> faults) {
        if (!address.setting(key).orElse(BOTH).matches("[0-2]")) {
            faults.add("\"" + key + "\" must be 0, 1 or 2, in quotes");
        }
    }

    /** @param address one without faults */
    static MagdaAddress of(DeliveryAddress address) {
        return new MagdaAddress(
                SoapAddress.of(address),
                address.setting(IDENTIFICATION).orElseThrow(),
                address.setting(CAPACITY).orElseThrow(),
                address.setting(CANCELLED).orElse(BOTH),
                address.setting(AGENCIES).orElse(BOTH),
                Pace.of(address));
    }

    /** The one a party has. */
    static Optional<DeliveryAddress> of(Party party) {
        return party.receive().stream()
                .filter(address -> address.by().equals(MagdaConnector.NAME))
                .findFirst();
    }
}
