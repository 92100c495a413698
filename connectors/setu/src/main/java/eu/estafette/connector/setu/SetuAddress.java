package eu.estafette.connector.setu;

import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.soap.SoapAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A partner's service.
 *
 * @param actions what stands before the operation's name in its SOAPAction
 */
record SetuAddress(SoapAddress service, String actions) {

    private static final String ACTIONS = "actions";
    private static final String AS_PUBLISHED = "https://www.organisatie.nl/SETUServicesEndpoint/";

    static List<String> faultsOf(DeliveryAddress address) {
        Set<String> known = new TreeSet<>(SoapAddress.KEYS);
        known.add(ACTIONS);
        List<String> faults = new ArrayList<>();
        address.settings().keySet().stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .forEach(key -> faults.add("unknown key \"" + key + "\"; known: " + String.join(", ", known)));
        faults.addAll(SoapAddress.faultsOf(address));
        return faults;
    }

    /** @param address one without faults */
    static SetuAddress of(DeliveryAddress address) {
        return new SetuAddress(SoapAddress.of(address), address.setting(ACTIONS).orElse(AS_PUBLISHED));
    }
}
