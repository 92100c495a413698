package eu.estafette.connector.dimona;

import eu.estafette.kit.delivery.OutboundConnector;
import eu.estafette.kit.party.DeliveryAddress;
import java.util.ArrayList;
import java.util.List;

/**
 * The connector {@code dimona}, the way out: each notice of a whole employment is a file with one declaration in the partner's folder.
 * {@link DimonaRoutes} does the work.
 */
public final class DimonaOutbound implements OutboundConnector {

    static final String DELIVER = "direct:dimona.deliver";

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
}
