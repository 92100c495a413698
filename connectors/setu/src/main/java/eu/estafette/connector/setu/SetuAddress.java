package eu.estafette.connector.setu;

import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.SettingKeys;
import eu.estafette.kit.soap.SoapAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A partner's service.
 *
 * @param actions what stands before the operation's name in its SOAPAction
 */
record SetuAddress(SoapAddress service, String actions) {

    private static final String ACTIONS = "actions";
    private static final String AS_PUBLISHED = "https://www.organisatie.nl/SETUServicesEndpoint/";

    static List<String> faultsOf(DeliveryAddress address) {
        List<String> faults = new ArrayList<>(SettingKeys.of(Names.CONNECTOR, SoapAddress.KEYS, Set.of(ACTIONS))
                .faultsOf(address));
        faults.addAll(SoapAddress.faultsOf(address));
        return faults;
    }

    /** @param address one without faults */
    static SetuAddress of(DeliveryAddress address) {
        return new SetuAddress(SoapAddress.of(address), address.setting(ACTIONS).orElse(AS_PUBLISHED));
    }
}
