package eu.estafette.hub.delivery.call;

import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.delivery.DeliveryResult.PartnerTrouble;
import eu.estafette.kit.delivery.OutboundConnector;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.camel.ProducerTemplate;

/** Calls a partner through the Camel route of its connector. */
public final class CamelPartnerCall implements PartnerCall {

    private final ProducerTemplate camel;
    private final Map<String, OutboundConnector> connectors;

    /** @throws IllegalStateException if two connectors have the same name */
    public CamelPartnerCall(ProducerTemplate camel, Collection<? extends OutboundConnector> connectors) {
        this.camel = camel;
        this.connectors = connectors.stream().collect(Collectors.toMap(OutboundConnector::name, Function.identity()));
    }

    @Override
    public DeliveryResult deliver(Delivery delivery) {
        String by = delivery.address().by();
        OutboundConnector connector = connectors.get(by);
        if (connector == null) {
            // the check of the parties refuses this at start-up; the notice is not to blame
            return new PartnerTrouble(
                    "NO_CONNECTOR", OptionalInt.empty(), "there is no connector \"" + by + "\"", Optional.empty());
        }
        return camel.requestBody(connector.uri(), delivery, DeliveryResult.class);
    }
}
