package eu.estafette.connector.magda;

import eu.estafette.kit.delivery.OutboundConnector;
import eu.estafette.kit.party.DeliveryAddress;
import eu.estafette.kit.party.SettingKeys;
import java.util.List;
import java.util.Optional;

/** The connector {@code magda}, the way out: who is to be followed. {@link MagdaRoutes} does the work. */
public final class MagdaOutbound implements OutboundConnector {

    static final String DELIVER = "direct:magda.deliver";

    @Override
    public String name() {
        return MagdaConnector.NAME;
    }

    @Override
    public String uri() {
        return DELIVER;
    }

    /** All settings stand with {@code receive}: it is one service that is told and asked. */
    @Override
    public List<String> faultsOf(DeliveryAddress address) {
        return SettingKeys.none(MagdaConnector.NAME, "they stand in receive: {by: magda, ...}")
                .faultsOf(address);
    }

    /** The same place as that of {@link MagdaConnector}, which tries it. */
    @Override
    public Optional<String> tryOut(DeliveryAddress address) {
        return Optional.empty();
    }
}
