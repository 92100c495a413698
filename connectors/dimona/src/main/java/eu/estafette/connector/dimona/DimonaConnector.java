package eu.estafette.connector.dimona;

import eu.estafette.kit.file.FileDoor;
import eu.estafette.kit.file.FilePoller;
import eu.estafette.kit.file.FolderConnections;
import eu.estafette.kit.file.RemoteFolders;
import eu.estafette.kit.identifier.IdentifierMode;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.Party;
import eu.estafette.kit.poll.InboundConnector;
import eu.estafette.kit.poll.Poller;
import eu.estafette.kit.poll.WayIn;
import eu.estafette.kit.token.Tokens;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** The connector {@code dimona}, the way in: declarations that partners leave, and their replies to those the hub left. */
public final class DimonaConnector implements InboundConnector {

    static final String NAME = "dimona";

    private final FolderConnections connections;
    private final Duration interval;
    private final PeriodIds periods;
    private final IdentifierMode mode;
    private final InstantSource clock;

    /**
     * @param interval between two looks into a folder; a file is read at the second look at which it stands unchanged beside its trigger
     * @param tokens   with which employments get numbers
     * @param clock    the hub's, which replies are dated by
     */
    public DimonaConnector(
            FolderConnections connections, Duration interval, Tokens tokens, IdentifierMode mode, InstantSource clock) {
        this.connections = connections;
        this.interval = interval;
        this.periods = new PeriodIds(tokens);
        this.mode = mode;
        this.clock = clock;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> faultsOf(DeliveryAddress address) {
        return DimonaAddress.faultsOf(address);
    }

    @Override
    public Optional<String> tryOut(DeliveryAddress address) {
        DimonaAddress place = DimonaAddress.of(address);
        return place.folders().tryOut(connections.to(place.server()));
    }

    @Override
    public List<Poller> pollersOf(Party party, DeliveryAddress address, WayIn wayIn) {
        DimonaAddress place = DimonaAddress.of(address);
        RemoteFolders.Connection connection = connections.to(place.server());
        return List.of(new FilePoller(
                NAME + "/" + party.id().value() + "/" + place.folders().in(),
                interval,
                connection,
                place.folders(),
                new DimonaFormat(party, place, connection, periods, mode, clock),
                new FileDoor(NAME, party, wayIn)));
    }
}
