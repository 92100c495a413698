package eu.estafette.connector.zgw;

import eu.estafette.kit.delivery.OutboundConnector;
import eu.estafette.kit.http.Handshake;
import eu.estafette.kit.party.DeliveryAddress;
import java.util.List;
import java.util.Optional;

/** The connector {@code zgw}, outwards: tells a municipality that there is a notice, and where it can read it. */
public final class ZgwOutbound implements OutboundConnector {

    static final String DELIVER = "direct:zgw.deliver";

    @Override
    public String name() {
        return ZgwConnector.NAME;
    }

    @Override
    public String uri() {
        return DELIVER;
    }

    @Override
    public List<String> faultsOf(DeliveryAddress address) {
        return new NotifySettings(address).faults();
    }

    @Override
    public Optional<String> tryOut(DeliveryAddress address) {
        return Handshake.with(new NotifySettings(address).read().callback());
    }
}
