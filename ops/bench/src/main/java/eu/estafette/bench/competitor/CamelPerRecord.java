package eu.estafette.bench.competitor;

import eu.estafette.hub.router.Router;
import eu.estafette.schemas.Topics;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;

/**
 * One exchange per event, as Camel's manual has it and in the faster of its readings: all records of an event are sent together and awaited
 * once, offsets are committed in the background.
 */
final class CamelPerRecord implements Competitor {

    private static final String SERIALIZATION = "org.apache.kafka.common.serialization.";

    private final String bootstrapServers;
    private final Router router;
    private final CamelContext camel = new DefaultCamelContext();
    private final AtomicLong settled = new AtomicLong();

    CamelPerRecord(String bootstrapServers, Router router) {
        this.bootstrapServers = bootstrapServers;
        this.router = router;
    }

    @Override
    public void start() {
        var decide = new DecideStep(camel, router, CaseMap.restore(bootstrapServers));
        try {
            camel.addRoutes(new RouteBuilder() {
                @Override
                public void configure() {
                    from(events())
                            .routeId("router.per-record")
                            .process(decide)
                            .to(records())
                            .process(exchange -> settled.incrementAndGet());
                }
            });
            camel.start();
        } catch (Exception e) {
            throw new IllegalStateException("The Camel route does not start", e);
        }
    }

    @Override
    public long settled() {
        return settled.get();
    }

    @Override
    public void close() {
        camel.stop();
    }

    private String events() {
        return "kafka:" + Topics.EVENTS + "?brokers=" + bootstrapServers
                + "&groupId=camel-per-record&autoOffsetReset=earliest&isolationLevel=read_committed"
                + "&valueDeserializer=" + SERIALIZATION + "ByteArrayDeserializer";
    }

    private String records() {
        return "kafka:" + Topics.JOURNAL + "?brokers=" + bootstrapServers
                + "&batchWithIndividualHeaders=true&compressionCodec=lz4&maxRequestSize=4194304"
                + "&valueSerializer=" + SERIALIZATION + "ByteArraySerializer";
    }
}
