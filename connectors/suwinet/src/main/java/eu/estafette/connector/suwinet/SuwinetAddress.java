package eu.estafette.connector.suwinet;

import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.SettingKeys;
import eu.estafette.kit.soap.SoapAddress;
import eu.estafette.kit.subscription.Pace;
import java.util.ArrayList;
import java.util.List;

/** Where the service is, and how often it is asked. */
record SuwinetAddress(SoapAddress service, Pace pace) {

    static List<String> faultsOf(DeliveryAddress address) {
        List<String> faults = new ArrayList<>(SettingKeys.of(SuwinetConnector.NAME, SoapAddress.KEYS, Pace.KEYS)
                .faultsOf(address));
        faults.addAll(SoapAddress.faultsOf(address));
        faults.addAll(Pace.faultsOf(address));
        return faults;
    }

    /** @param address one without faults */
    static SuwinetAddress of(DeliveryAddress address) {
        return new SuwinetAddress(SoapAddress.of(address), Pace.of(address));
    }
}
