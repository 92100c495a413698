package eu.estafette.connector.cloudevents;

import org.apache.camel.builder.RouteBuilder;

/**
 * The way of a call to {@code POST /api/events}. It answers 202 only after Kafka has every event it speaks of; whatever ends earlier ends in
 * {@link EventsFailures}. Needs that configuration in the same context.
 */
public final class EventsRoutes extends RouteBuilder {

    /** Where Camel's Spring Boot engine would read all of a body before the first step, the hub bounds what can be read. */
    private static final String POSTS = "platform-http:/api/events?httpMethodRestrict=POST&useStreaming=true";

    private final EventsSteps steps;

    EventsRoutes(EventsSteps steps) {
        this.steps = steps;
    }

    @Override
    public void configure() {
        // spotless:off
        from(POSTS).routeId("ingest.accept").routeConfigurationId(EventsFailures.ID).noStreamCaching()
            .process(steps::readPost).id("ingest.accept.read")
            .process(steps::parseEvents).id("ingest.accept.parse")
            .process(steps::admitEvents).id("ingest.accept.admit")
            .process(steps::checkEvents).id("ingest.accept.check")
            .process(steps::keepEvents).id("ingest.accept.keep")
            .process(steps::answer).id("ingest.accept.answer");
        // spotless:on
    }
}
