package eu.estafette.connector.webhook;

import eu.estafette.kit.delivery.Delivery;
import eu.estafette.kit.delivery.DeliveryResult;
import java.time.Duration;
import java.time.InstantSource;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.impl.DefaultCamelContext;

/** The connector in a Camel context of its own, called as the delivery flow calls it. */
final class Connector implements AutoCloseable {

    private static final WebhookTimeouts PATIENT = new WebhookTimeouts(Duration.ofSeconds(10), Duration.ofSeconds(30));
    private static final WebhookTimeouts HASTY = new WebhookTimeouts(Duration.ofMillis(300), Duration.ofMillis(300));

    private final CamelContext camel = new DefaultCamelContext();
    private final ProducerTemplate calls;

    private Connector(WebhookTimeouts timeouts, InstantSource realTime) throws Exception {
        camel.addRoutes(new WebhookRoutes(Samples.noticeJson(), timeouts, realTime));
        camel.start();
        calls = camel.createProducerTemplate();
    }

    static Connector at(InstantSource realTime) throws Exception {
        return new Connector(PATIENT, realTime);
    }

    static Connector thatWaitsShortly() throws Exception {
        return new Connector(HASTY, InstantSource.system());
    }

    DeliveryResult deliver(Delivery delivery) {
        return calls.requestBody(new WebhookConnector().uri(), delivery, DeliveryResult.class);
    }

    @Override
    public void close() {
        camel.stop();
    }
}
