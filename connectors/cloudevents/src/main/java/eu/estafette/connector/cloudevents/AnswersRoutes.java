package eu.estafette.connector.cloudevents;

import org.apache.camel.builder.RouteBuilder;

/**
 * The way of an answer to a notice: it becomes an event on the notice's case and goes the way of all events from there. Answering here is the
 * same for a mailbox and for a webhook that signed its answer.
 */
public final class AnswersRoutes extends RouteBuilder {

    private static final String POSTS =
            "platform-http:/api/notices/{noticeId}/answer?httpMethodRestrict=POST&useStreaming=true";

    private final EventsSteps steps;
    private final AnswerParser answers;

    AnswersRoutes(EventsSteps steps, AnswerParser answers) {
        this.steps = steps;
        this.answers = answers;
    }

    @Override
    public void configure() {
        // spotless:off
        from(POSTS).routeId("answers.accept").routeConfigurationId(EventsFailures.ID).noStreamCaching()
            .process(steps::readPost).id("answers.accept.read")
            .process(steps::admitCall).id("answers.accept.admit")
            .process(answers::toEvent).id("answers.accept.translate")
            .process(steps::checkEvents).id("answers.accept.check")
            .process(steps::keepEvents).id("answers.accept.keep")
            .process(steps::answer).id("answers.accept.answer");
        // spotless:on
    }
}
