package eu.estafette.kit.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** The one way in which problems are written. */
public final class ProblemJson {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String ISSUE_TYPE = "urn:problem-type:estafette:";
    private static final ObjectMapper JSON = new ObjectMapper();

    private ProblemJson() {}

    public static byte[] bytes(Problem problem) {
        try {
            return JSON.writeValueAsBytes(node(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("trees of texts can always be written", e);
        }
    }

    /** To be put into another answer, such as that of a batch. */
    public static ObjectNode node(Problem problem) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("type", problem.type());
        node.put("title", problem.title());
        node.put("status", problem.status());
        node.put("detail", problem.detail());
        node.put("instance", problem.instance());
        if (!problem.issues().isEmpty()) {
            var issues = node.putArray("issues");
            problem.issues().forEach(issue -> issues.add(node(issue)));
        }
        return node;
    }

    private static ObjectNode node(Issue issue) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("type", ISSUE_TYPE + issue.code());
        node.put("in", issue.in());
        node.put("name", issue.name());
        issue.value().ifPresent(value -> node.put("value", value));
        node.put("detail", issue.detail());
        return node;
    }
}
