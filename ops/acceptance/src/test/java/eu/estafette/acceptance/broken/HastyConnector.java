package eu.estafette.acceptance.broken;

import eu.estafette.kit.delivery.OutboundConnector;
import eu.estafette.kit.party.DeliveryAddress;
import java.util.List;
import java.util.Optional;

/** A connector under its usual name, that takes the way of {@link HastyRoutes}. */
final class HastyConnector implements OutboundConnector {

    private final OutboundConnector whole;

    HastyConnector(OutboundConnector whole) {
        this.whole = whole;
    }

    @Override
    public String name() {
        return whole.name();
    }

    @Override
    public String uri() {
        return HastyRoutes.DELIVER;
    }

    @Override
    public Optional<String> tryOut(DeliveryAddress address) {
        return Optional.empty();
    }

    @Override
    public List<String> faultsOf(DeliveryAddress address) {
        return whole.faultsOf(address);
    }
}
