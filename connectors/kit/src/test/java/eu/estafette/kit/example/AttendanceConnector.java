package eu.estafette.kit.example;

import eu.estafette.kit.file.FileDoor;
import eu.estafette.kit.file.FileFolders;
import eu.estafette.kit.file.FilePoller;
import eu.estafette.kit.file.FolderAddress;
import eu.estafette.kit.file.FolderConnections;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.InboundConnector;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.WayIn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The door: where lists of attendance are fetched. */
final class AttendanceConnector implements InboundConnector {

    private static final String NAME = "attendance";

    private final FolderConnections connections;
    private final Duration interval;

    AttendanceConnector(FolderConnections connections, Duration interval) {
        this.connections = connections;
        this.interval = interval;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> faultsOf(DeliveryAddress address) {
        return FolderAddress.faultsOf(address);
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
                new AttendanceFormat(party),
                new FileDoor(NAME, party, wayIn)));
    }
}
