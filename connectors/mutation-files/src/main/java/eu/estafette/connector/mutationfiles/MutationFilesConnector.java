package eu.estafette.connector.mutationfiles;

import eu.estafette.kit.file.FileDoor;
import eu.estafette.kit.file.FilePoller;
import eu.estafette.kit.file.FolderConnections;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.InboundConnector;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.WayIn;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The connector {@code mutation-files}. */
public final class MutationFilesConnector implements InboundConnector {

    static final String NAME = "mutation-files";

    private final FolderConnections connections;
    private final Duration interval;

    /** @param interval between two looks into a folder; a file is read at the second look at which it stands unchanged */
    public MutationFilesConnector(FolderConnections connections, Duration interval) {
        this.connections = connections;
        this.interval = interval;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> faultsOf(DeliveryAddress address) {
        return MutationAddress.faultsOf(address);
    }

    @Override
    public Optional<String> tryOut(DeliveryAddress address) {
        MutationAddress place = MutationAddress.of(address);
        return place.folders().tryOut(connections.to(place.server()));
    }

    @Override
    public List<Poller> pollersOf(Party party, DeliveryAddress address, WayIn wayIn) {
        MutationAddress place = MutationAddress.of(address);
        var files = new FilePoller(
                NAME + "/" + party.id().value() + "/" + place.folders().in(),
                interval,
                connections.to(place.server()),
                place.folders(),
                new MutationFormat(party, place.expected()),
                new FileDoor(NAME, party, wayIn));
        return List.of(new WatchedPoller(files, place.expected(), party.id(), wayIn.originals()));
    }
}
