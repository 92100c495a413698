package eu.estafette.connector.dimona;

import eu.estafette.kit.delivery.OutboundConnector;
import eu.estafette.kit.file.FolderConnections;
import eu.estafette.kit.file.RemoteFolders;
import eu.estafette.kit.party.DeliveryAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The connector {@code dimona}, the way out: each notice of a whole employment is a file with one declaration in the partner's folder.
 * {@link DimonaRoutes} does the work.
 */
public final class DimonaOutbound implements OutboundConnector {

    static final String DELIVER = "direct:dimona.deliver";

    private final FolderConnections connections;

    public DimonaOutbound(FolderConnections connections) {
        this.connections = connections;
    }

    @Override
    public String name() {
        return DimonaConnector.NAME;
    }

    @Override
    public String uri() {
        return DELIVER;
    }

    @Override
    public List<String> faultsOf(DeliveryAddress address) {
        List<String> faults = new ArrayList<>(DimonaAddress.faultsOf(address));
        if (!DimonaAddress.namesSender(address)) {
            faults.add("\"sender\" is missing: the 6 digits in the names of the files that the hub sends");
        }
        return faults;
    }

    @Override
    public Optional<String> tryOut(DeliveryAddress address) {
        DimonaAddress place = DimonaAddress.of(address);
        RemoteFolders.Connection connection = connections.to(place.server());
        return place.folders().tryOut(connection).or(() -> notes(place, connection));
    }

    private static Optional<String> notes(DimonaAddress place, RemoteFolders.Connection connection) {
        try (RemoteFolders remote = connection.open()) {
            return remote.exists(place.sent())
                    ? Optional.empty()
                    : Optional.of(place.server() + ": the folder \"" + place.sent() + "\" is not there");
        } catch (IOException e) {
            return Optional.of(place.server() + ": the folder \"" + place.sent() + "\" cannot be looked for");
        }
    }
}
