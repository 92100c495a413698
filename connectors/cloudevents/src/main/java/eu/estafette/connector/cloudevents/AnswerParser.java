package eu.estafette.connector.cloudevents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.connector.cloudevents.Post.Events;
import eu.estafette.connector.cloudevents.Post.Mode;
import eu.estafette.domain.event.EventType;
import eu.estafette.kit.check.IncomingEvent;
import eu.estafette.kit.check.IncomingEvent.Where;
import eu.estafette.kit.problem.Problem;
import eu.estafette.kit.token.Tokens;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.UUID;
import org.apache.camel.Exchange;

/** Translates an answer to a notice into the event {@code notice.answered}, level BUSINESS, of the party that answers. */
final class AnswerParser {

    private static final String NOTICE_ID = "noticeId";
    private static final String WEBHOOK_ID = "webhook-id";
    private static final String LEVEL = "BUSINESS";
    private static final ZoneId ZONE = ZoneId.of("Europe/Brussels");

    private final Tokens tokens;
    private final InstantSource clock;

    AnswerParser(Tokens tokens, InstantSource clock) {
        this.tokens = tokens;
        this.clock = clock;
    }

    /** @throws ProblemException 404 if this party got no notice of that id; 400 if the body is no JSON object */
    void toEvent(Exchange exchange) {
        Post post = (Post) exchange.getMessage().getBody();
        String noticeId = Optional.ofNullable(exchange.getMessage().getHeader(NOTICE_ID, String.class))
                .orElse("");
        if (tokens.openNoticeId(noticeId, post.caller().id().value()).isEmpty()) {
            throw new ProblemException(Problem.notFound("This party has no notice of that id; nothing was kept."));
        }
        // whoever sends an answer again because no reply came says so by the same id
        String id = Optional.ofNullable(exchange.getMessage().getHeader(WEBHOOK_ID, String.class))
                .orElseGet(() -> UUID.randomUUID().toString());
        JsonNode body = EventParser.tree(post);
        if (!(body instanceof ObjectNode answer)) {
            throw new ProblemException(EventParser.fault("", "is no JSON object, which an answer is"));
        }
        Item<IncomingEvent> event =
                new Item.Good<>(IncomingEvent.of(attributes(post, id), data(answer, noticeId, id), Where.BODY));
        exchange.getMessage().setBody(new Events<>(post.caller(), Mode.STRUCTURED, List.of(event)));
    }

    private SequencedMap<String, String> attributes(Post post, String id) {
        SequencedMap<String, String> attributes = new LinkedHashMap<>();
        attributes.put("specversion", "1.0");
        attributes.put("id", id);
        attributes.put("source", "urn:estafette:party:" + post.caller().id());
        attributes.put("type", EventType.NOTICE_ANSWERED.cloudEventType());
        attributes.put("service", "eu.estafette.case.v1");
        attributes.put("time", now().toString());
        return attributes;
    }

    private ObjectNode data(ObjectNode answer, String noticeId, String id) {
        ObjectNode data = answer.deepCopy();
        data.put(NOTICE_ID, noticeId);
        data.put("level", LEVEL);
        data.put("occurredOn", LocalDate.ofInstant(now(), ZONE).toString());
        data.put("businessKey", noticeId + "|" + LEVEL + "|" + id);
        return data;
    }

    private Instant now() {
        return clock.instant();
    }
}
