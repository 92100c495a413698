package eu.estafette.connector.setu;

import eu.estafette.kit.delivery.OutboundConnector;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.soap.SoapHandshake;
import eu.estafette.kit.soap.SoapLimits;
import java.util.List;
import java.util.Optional;

/** The connector {@code setu}, the way out: each notice of an employment is a call of the partner's service. {@link SetuRoutes} does the work. */
public final class SetuOutbound implements OutboundConnector {

    static final String DELIVER = "direct:setu.deliver";

    @Override
    public String name() {
        return Names.CONNECTOR;
    }

    @Override
    public String uri() {
        return DELIVER;
    }

    @Override
    public List<String> faultsOf(DeliveryAddress address) {
        return SetuAddress.faultsOf(address);
    }

    @Override
    public Optional<String> tryOut(DeliveryAddress address) {
        return SoapHandshake.with(SetuAddress.of(address).service(), SoapLimits.STANDARD);
    }
}
