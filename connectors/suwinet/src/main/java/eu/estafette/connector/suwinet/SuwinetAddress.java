package eu.estafette.connector.suwinet;

import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.soap.SoapAddress;
import eu.estafette.kit.subscription.Pace;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Where the service is, and how often it is asked. */
record SuwinetAddress(SoapAddress service, Pace pace) {

    static List<String> faultsOf(DeliveryAddress address) {
        Set<String> known = new TreeSet<>(SoapAddress.KEYS);
        known.addAll(Pace.KEYS);
        List<String> faults = new ArrayList<>();
        address.settings().keySet().stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .forEach(key -> faults.add("unknown key \"" + key + "\"; known: " + String.join(", ", known)));
        faults.addAll(SoapAddress.faultsOf(address));
        faults.addAll(Pace.faultsOf(address));
        return faults;
    }

    /** @param address one without faults */
    static SuwinetAddress of(DeliveryAddress address) {
        return new SuwinetAddress(SoapAddress.of(address), Pace.of(address));
    }
}
