package eu.estafette.connector.dimona;

import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult.Refused;
import eu.estafette.kit.file.FolderConnections;
import eu.estafette.schemas.PayloadCodec;
import eu.estafette.schemas.PayloadException;
import org.apache.camel.builder.RouteBuilder;

/** A notice's way to a partner's folder, from {@link Delivery} to {@link eu.estafette.kit.delivery.DeliveryResult}. */
public final class DimonaRoutes extends RouteBuilder {

    private final DimonaDelivery files;

    public DimonaRoutes(PayloadCodec payloads, FolderConnections connections) {
        files = new DimonaDelivery(connections, new DeclarationWriter(payloads));
    }

    @Override
    public void configure() {
        onException(PayloadException.class).handled(true).setBody(constant(Refused.UNREADABLE));

        // spotless:off
        from(DimonaOutbound.DELIVER)
                .routeId("dimona.deliver")
                .transform().body(Delivery.class, files::deliver);
        // spotless:on
    }
}
