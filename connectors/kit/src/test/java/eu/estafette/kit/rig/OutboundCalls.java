package eu.estafette.kit.rig;

import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult;
import eu.estafette.kit.http.HttpCalls;
import eu.estafette.kit.http.HttpTimeouts;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.RoutesBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/** An outbound connector over HTTP in a Camel context of its own, called as the delivery flow calls it. */
public final class OutboundCalls implements AutoCloseable {

    private static final HttpTimeouts PATIENT = new HttpTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(30));
    private static final HttpTimeouts HASTY = new HttpTimeouts(Duration.ofMillis(300), Duration.ofMillis(300));

    private final CamelContext camel = new DefaultCamelContext();
    private final HttpCalls http;
    private final String uri;
    private final ProducerTemplate calls;

    private OutboundCalls(String uri, HttpTimeouts timeouts, Routes routes) throws Exception {
        this.uri = uri;
        http = new HttpCalls(timeouts);
        camel.addRoutes(routes.over(http));
        camel.start();
        calls = camel.createProducerTemplate();
    }

    /** The connector's routes. */
    public interface Routes {
        RoutesBuilder over(HttpCalls http);
    }

    public static OutboundCalls to(String uri, Routes routes) throws Exception {
        return new OutboundCalls(uri, PATIENT, routes);
    }

    public static OutboundCalls thatWaitShortly(String uri, Routes routes) throws Exception {
        return new OutboundCalls(uri, HASTY, routes);
    }

    public DeliveryResult deliver(Delivery delivery) {
        return calls.requestBody(uri, delivery, DeliveryResult.class);
    }

    @Override
    public void close() {
        camel.stop();
        http.close();
    }
}
