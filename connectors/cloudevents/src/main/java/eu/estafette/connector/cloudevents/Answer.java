package eu.estafette.connector.cloudevents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.connector.cloudevents.Item.Good;
import eu.estafette.connector.cloudevents.Item.Refused;
import eu.estafette.connector.cloudevents.Post.Kept;
import eu.estafette.kit.problem.Problem;
import eu.estafette.kit.problem.ProblemJson;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The HTTP answer to a call. */
record Answer(int status, String contentType, byte[] body, Optional<String> location, Optional<Duration> retryAfter) {

    private static final int ACCEPTED = 202;
    private static final int MULTI_STATUS = 207;
    private static final int TOO_MANY = 429;
    private static final int UNAVAILABLE = 503;
    private static final String JSON = "application/json";
    private static final ObjectMapper MAPPER = new ObjectMapper();

    static Answer of(Problem problem, Duration retryAfter) {
        return new Answer(
                problem.status(),
                ProblemJson.MEDIA_TYPE,
                ProblemJson.bytes(problem),
                Optional.empty(),
                isTemporary(problem) ? Optional.of(retryAfter) : Optional.empty());
    }

    private static boolean isTemporary(Problem problem) {
        return problem.status() == UNAVAILABLE || problem.status() == TOO_MANY;
    }

    /** To a single event. */
    static Answer of(Item<Kept> item, Duration retryAfter) {
        return switch (item) {
            case Good<Kept>(Kept kept) ->
                new Answer(ACCEPTED, JSON, bytes(accepted(kept)), Optional.of(location(kept)), Optional.empty());
            case Refused<Kept>(var ignored, Problem problem) -> of(problem, retryAfter);
        };
    }

    /** To a batch: each event its own result, in order; but 503 for all when none could be kept and some should be sent again. */
    static Answer of(List<Item<Kept>> items, Duration retryAfter) {
        boolean noneKept = items.stream().noneMatch(Good.class::isInstance);
        Optional<Problem> away = items.stream()
                .flatMap(item -> item instanceof Refused<Kept> refused
                        ? Optional.of(refused.problem()).stream()
                        : Optional.<Problem>empty().stream())
                .filter(problem -> problem.status() == UNAVAILABLE)
                .findFirst();
        if (noneKept && away.isPresent()) {
            return of(away.get(), retryAfter);
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode results = body.putArray("items");
        items.forEach(item -> results.add(result(item)));
        return new Answer(MULTI_STATUS, JSON, bytes(body), Optional.empty(), away.map(problem -> retryAfter));
    }

    private static ObjectNode accepted(Kept kept) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("id", kept.id());
        body.put("source", kept.source());
        body.put("state", "ACCEPTED");
        ArrayNode dropped = body.putArray("droppedFields");
        kept.droppedFields().forEach(dropped::add);
        return body;
    }

    private static ObjectNode result(Item<Kept> item) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        switch (item) {
            case Good<Kept>(Kept kept) -> {
                result.put("id", kept.id()).put("status", ACCEPTED).put("location", location(kept));
                if (!kept.droppedFields().isEmpty()) {
                    ArrayNode dropped = result.putArray("droppedFields");
                    kept.droppedFields().forEach(dropped::add);
                }
            }
            case Refused<Kept>(Optional<String> id, Problem problem) -> {
                id.ifPresent(known -> result.put("id", known));
                result.put("status", problem.status()).set("problem", ProblemJson.node(problem));
            }
        }
        return result;
    }

    /** Ids that were accepted hold nothing that a path could not. */
    private static String location(Kept kept) {
        return "/api/events/" + kept.id() + "?at=" + kept.at().partition() + "-"
                + kept.at().offset();
    }

    private static byte[] bytes(ObjectNode body) {
        try {
            return MAPPER.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("trees of texts can always be written", e);
        }
    }
}
