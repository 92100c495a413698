package eu.estafette.connector.dimona;

import eu.estafette.kit.file.FileFolders;
import eu.estafette.kit.file.FolderAddress;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.SettingKeys;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Where a partner's triplets lie.
 *
 * @param sent        folder in which the hub notes which file holds which notice, so that replies find back to it
 * @param sender      the hub's number in the names of files it sends, 6 digits
 * @param environment R, or T for tests
 */
record DimonaAddress(FolderAddress server, FileFolders folders, String sent, String sender, String environment) {

    private static final String SENDER = "sender";
    private static final String ENVIRONMENT = "environment";
    private static final String SENT = "sent";
    private static final Set<String> OWN = Set.of(SENDER, ENVIRONMENT, SENT);
    private static final String NO_SENDER = "000000";

    static DimonaAddress of(DeliveryAddress address) {
        return new DimonaAddress(
                FolderAddress.of(address),
                FileFolders.of(address),
                address.setting(SENT).orElse(SENT),
                address.setting(SENDER).orElse(NO_SENDER),
                address.setting(ENVIRONMENT).orElse(TripletName.REAL));
    }

    /** One sentence each. */
    static List<String> faultsOf(DeliveryAddress address) {
        List<String> faults = new ArrayList<>(FolderAddress.faultsOf(address));
        address.setting(SENDER)
                .filter(sender -> !sender.matches("\\d{6}"))
                .ifPresent(sender -> faults.add("\"sender\" must be 6 digits, in quotes"));
        address.setting(ENVIRONMENT)
                .filter(environment -> !environment.matches("[A-Z]"))
                .ifPresent(environment -> faults.add("\"environment\" must be one capital: R real, T test"));
        faults.addAll(SettingKeys.of(DimonaConnector.NAME, FolderAddress.KEYS, FileFolders.KEYS, OWN)
                .faultsOf(address));
        return faults;
    }

    static boolean namesSender(DeliveryAddress address) {
        return address.setting(SENDER).isPresent();
    }
}
