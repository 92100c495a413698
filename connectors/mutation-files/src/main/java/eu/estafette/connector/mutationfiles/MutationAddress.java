package eu.estafette.connector.mutationfiles;

import eu.estafette.kit.file.FileFolders;
import eu.estafette.kit.file.FolderAddress;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.SettingKeys;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Where files are published, and how often some are expected. */
record MutationAddress(FolderAddress server, FileFolders folders, ExpectedFiles expected) {

    private static final String EXPECT_EVERY = "expectEvery";
    private static final String PUBLICATIONS = "publications";
    private static final Set<String> OWN = Set.of(EXPECT_EVERY, PUBLICATIONS);

    static MutationAddress of(DeliveryAddress address) {
        return new MutationAddress(
                FolderAddress.of(address),
                FileFolders.of(address),
                new ExpectedFiles(address.setting(EXPECT_EVERY).map(Duration::parse), address.all(PUBLICATIONS)));
    }

    /** One sentence each. */
    static List<String> faultsOf(DeliveryAddress address) {
        List<String> faults = new ArrayList<>(FolderAddress.faultsOf(address));
        Optional<String> every = address.setting(EXPECT_EVERY);
        every.filter(text -> !isPeriod(text))
                .ifPresent(text ->
                        faults.add("\"expectEvery\" must be a time such as PT30H, after which a missing file is told"));
        if (every.isEmpty() && !address.all(PUBLICATIONS).isEmpty()) {
            faults.add("\"publications\" names what is expected; \"expectEvery\" must say how often");
        }
        faults.addAll(SettingKeys.of(MutationFilesConnector.NAME, FolderAddress.KEYS, FileFolders.KEYS, OWN)
                .faultsOf(address));
        return faults;
    }

    private static boolean isPeriod(String text) {
        try {
            return Duration.parse(text).isPositive();
        } catch (DateTimeException e) {
            return false;
        }
    }
}
