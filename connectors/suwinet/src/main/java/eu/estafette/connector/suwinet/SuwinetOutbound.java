package eu.estafette.connector.suwinet;

import eu.estafette.kit.delivery.OutboundConnector;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.SettingKeys;
import java.util.List;
import java.util.Optional;

/** The connector {@code suwinet}, the way out: who is to be asked about. {@link SuwinetRoutes} does the work. */
public final class SuwinetOutbound implements OutboundConnector {

    static final String DELIVER = "direct:suwinet.deliver";

    @Override
    public String name() {
        return SuwinetConnector.NAME;
    }

    @Override
    public String uri() {
        return DELIVER;
    }

    /** All settings stand with {@code receive}. */
    @Override
    public List<String> faultsOf(DeliveryAddress address) {
        return SettingKeys.none(SuwinetConnector.NAME, "they stand in receive: {by: suwinet, ...}")
                .faultsOf(address);
    }

    /** There is nowhere to go: what is delivered is kept in the hub, for the poller. */
    @Override
    public Optional<String> tryOut(DeliveryAddress address) {
        return Optional.empty();
    }
}
