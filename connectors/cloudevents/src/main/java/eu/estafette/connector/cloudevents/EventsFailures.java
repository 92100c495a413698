package eu.estafette.connector.cloudevents;

import org.apache.camel.builder.RouteConfigurationBuilder;

/** How a call ends that does not get to its answer: with a problem of its own making, or with one of ours. */
public final class EventsFailures extends RouteConfigurationBuilder {

    static final String ID = "ingest";

    private final EventsSteps steps;

    EventsFailures(EventsSteps steps) {
        this.steps = steps;
    }

    @Override
    public void configuration() {
        // spotless:off
        routeConfiguration(ID)
            .onException(ProblemException.class).handled(true).process(steps::answerProblem).end()
            .onException(Exception.class).handled(true).process(steps::answerFailure).end();
        // spotless:on
    }
}
