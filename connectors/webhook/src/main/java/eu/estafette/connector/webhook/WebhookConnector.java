package eu.estafette.connector.webhook;

import eu.estafette.kit.delivery.OutboundConnector;
import eu.estafette.kit.http.Handshake;
import eu.estafette.kit.party.DeliveryAddress;
import java.util.List;
import java.util.Optional;

/**
 * The connector {@code webhook}: posts each notice to the partner's {@code url}, signed with its {@code secret}. {@link WebhookRoutes} does
 * the work.
 */
public final class WebhookConnector implements OutboundConnector {

    static final String NAME = "webhook";
    static final String DELIVER = "direct:webhook.deliver";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String uri() {
        return DELIVER;
    }

    /** Connects, and shakes hands where it is https: a webhook has no call that does nothing. */
    @Override
    public Optional<String> tryOut(DeliveryAddress address) {
        return Handshake.with(new WebhookSettings(address).read().url());
    }

    @Override
    public List<String> faultsOf(DeliveryAddress address) {
        return new WebhookSettings(address).faults();
    }
}
