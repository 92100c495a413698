package eu.estafette.hub.operators;

import com.fasterxml.jackson.databind.JsonNode;
import eu.estafette.domain.event.Code;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.Role;
import eu.estafette.kit.problem.Issue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The body of an answer: {@code {"outcome","reason":{"scheme","code"}?,"remark"?,"to"?}}. */
final class StepAnswer {

    private static final List<String> OUTCOMES = List.of("ACCEPTED", "DECLINED", "NEEDS_INFO", "HANDED_ON", "DONE");
    private static final List<String> FIELDS = List.of("outcome", "reason", "remark", "to");
    private static final int REMARK_LIMIT = 500;

    private final JsonNode body;
    private final List<Issue> issues = new ArrayList<>();

    private StepAnswer(JsonNode body) {
        this.body = body;
    }

    /**
     * What a body says.
     *
     * @param issues empty if it can be used
     */
    record Read(Fields data, List<Issue> issues) {

        Read {
            issues = List.copyOf(issues);
        }
    }

    static Read read(JsonNode body) {
        var answer = new StepAnswer(body);
        Fields data = answer.data();
        return new Read(data, answer.issues);
    }

    private Fields data() {
        body.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                fault(name, "is no field of an answer");
            }
        });
        String outcome = text("outcome");
        if (!OUTCOMES.contains(outcome)) {
            fault("outcome", "must be one of " + String.join(", ", OUTCOMES));
        }
        Fields data = Fields.of("outcome", outcome);
        String to = text("to");
        if (outcome.equals("HANDED_ON")
                && Arrays.stream(Role.values()).noneMatch(role -> role.name().equals(to))) {
            fault("to", "must be the role that the step is handed on to");
        }
        data = to.isEmpty() ? data : data.with("to", to);
        String remark = text("remark");
        if (remark.length() > REMARK_LIMIT) {
            fault("remark", "must have at most " + REMARK_LIMIT + " characters");
        }
        data = remark.isEmpty() ? data : data.with("remark", remark);
        return body.has("reason") ? data.with("reason", reason(body.path("reason"))) : data;
    }

    private Code reason(JsonNode reason) {
        String scheme = reason.path("scheme").asText("");
        String code = reason.path("code").asText("");
        if (scheme.isEmpty() || code.isEmpty()) {
            fault("reason", "must have a scheme and a code");
        }
        return new Code(scheme, code, Optional.empty());
    }

    private String text(String field) {
        JsonNode value = body.path(field);
        if (!value.isMissingNode() && !value.isTextual()) {
            fault(field, "must be a string");
        }
        return value.asText("");
    }

    private void fault(String field, String detail) {
        issues.add(new Issue(Issue.Stage.SYNTAX, "invalidField", "body", field, Optional.empty(), detail));
    }
}
