package eu.estafette.connector.trainingcsv;

import eu.estafette.kit.file.FileDoor;
import eu.estafette.kit.file.FileFolders;
import eu.estafette.kit.file.FilePoller;
import eu.estafette.kit.file.FolderAddress;
import eu.estafette.kit.file.FolderConnections;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.party.SettingKeys;
import eu.estafette.kit.poll.InboundConnector;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.WayIn;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The connector {@code training-csv}. */
public final class TrainingCsvConnector implements InboundConnector {

    static final String NAME = "training-csv";

    private final FolderConnections connections;
    private final Duration interval;

    /** @param interval between two looks into a folder; a file is read at the second look at which it stands unchanged */
    public TrainingCsvConnector(FolderConnections connections, Duration interval) {
        this.connections = connections;
        this.interval = interval;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> faultsOf(DeliveryAddress address) {
        List<String> faults = new ArrayList<>(FolderAddress.faultsOf(address));
        faults.addAll(SettingKeys.of(NAME, FolderAddress.KEYS, FileFolders.KEYS).faultsOf(address));
        return faults;
    }

    @Override
    public Optional<String> tryOut(DeliveryAddress address) {
        return FileFolders.of(address).tryOut(connections.to(FolderAddress.of(address)));
    }

    @Override
    public List<Poller> pollersOf(Party party, DeliveryAddress address, WayIn wayIn) {
        FileFolders folders = FileFolders.of(address);
        return List.of(new FilePoller(
                NAME + "/" + party.id().value() + "/" + folders.in(),
                interval,
                connections.to(FolderAddress.of(address)),
                folders,
                new TrainingCsvFormat(party, folders),
                new FileDoor(NAME, party, wayIn)));
    }
}
