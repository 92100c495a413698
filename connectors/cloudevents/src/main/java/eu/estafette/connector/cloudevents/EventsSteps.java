package eu.estafette.connector.cloudevents;

import eu.estafette.connector.cloudevents.Post.Events;
import eu.estafette.connector.cloudevents.Post.Fit;
import eu.estafette.connector.cloudevents.Post.Kept;
import eu.estafette.connector.cloudevents.Post.Mode;
import eu.estafette.kit.check.IncomingEvent;
import eu.estafette.kit.problem.Problem;
import java.io.IOException;
import java.time.Duration;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The steps of {@link EventsRoutes}. Between two of them the exchange's body is what the first one made. */
final class EventsSteps {

    private static final Logger log = LoggerFactory.getLogger(EventsSteps.class);

    private final PostReader reader;
    private final Admission admission;
    private final EventParser parser = new EventParser();
    private final EventChecker checker;
    private final ItemKeeper keeper;
    private final Duration retryAfter;

    EventsSteps(PostReader reader, Admission admission, EventChecker checker, ItemKeeper keeper, Duration retryAfter) {
        this.reader = reader;
        this.admission = admission;
        this.checker = checker;
        this.keeper = keeper;
        this.retryAfter = retryAfter;
    }

    void readPost(Exchange exchange) throws IOException {
        exchange.getMessage().setBody(reader.read(exchange));
    }

    void parseEvents(Exchange exchange) {
        Post call = body(exchange, Post.class);
        try {
            exchange.getMessage().setBody(parser.parse(call));
        } catch (ProblemException unreadable) {
            admission.admit(call);
            throw unreadable;
        }
    }

    void admitEvents(Exchange exchange) {
        admission.admit(body(exchange, Events.class));
    }

    void admitCall(Exchange exchange) {
        admission.admit(body(exchange, Post.class));
    }

    @SuppressWarnings("unchecked") // made by the step before
    void checkEvents(Exchange exchange) {
        Events<IncomingEvent> read = body(exchange, Events.class);
        exchange.getMessage()
                .setBody(read.with(read.items().stream()
                        .map(item -> item.then(event -> checker.check(event, read.caller())))
                        .toList()));
    }

    @SuppressWarnings("unchecked") // made by the step before
    void keepEvents(Exchange exchange) {
        Events<Fit> fit = body(exchange, Events.class);
        exchange.getMessage().setBody(fit.with(keeper.keep(fit.items())));
    }

    @SuppressWarnings("unchecked") // made by the step before
    void answer(Exchange exchange) {
        Events<Kept> kept = body(exchange, Events.class);
        log.atDebug()
                .addKeyValue("party", kept.caller().id())
                .addKeyValue("events", kept.items().size())
                .log("call answered");
        write(
                exchange,
                kept.mode() == Mode.BATCH
                        ? Answer.of(kept.items(), retryAfter)
                        : Answer.of(kept.items().getFirst(), retryAfter));
    }

    void answerProblem(Exchange exchange) {
        ProblemException failure = exchange.getProperty(Exchange.EXCEPTION_CAUGHT, ProblemException.class);
        write(exchange, Answer.of(failure.problem(), failure.retryAfter().orElse(retryAfter)));
    }

    void answerFailure(Exchange exchange) {
        Problem problem = Problem.internal();
        log.atError()
                .addKeyValue("instance", problem.instance())
                .setCause(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class))
                .log("call failed");
        write(exchange, Answer.of(problem, retryAfter));
    }

    /** The caller's own headers, his token among them, would otherwise be sent back to him. */
    private static void write(Exchange exchange, Answer answer) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.HTTP_RESPONSE_CODE, answer.status());
        message.setHeader(Exchange.CONTENT_TYPE, answer.contentType());
        answer.location().ifPresent(location -> message.setHeader("Location", location));
        answer.retryAfter().ifPresent(delay -> message.setHeader("Retry-After", delay.toSeconds()));
        if (answer.status() == 401) {
            message.setHeader("WWW-Authenticate", "Bearer");
        }
        message.setBody(answer.body());
    }

    private static <T> T body(Exchange exchange, Class<T> type) {
        return type.cast(exchange.getMessage().getBody());
    }
}
