package eu.estafette.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import eu.estafette.console.problem.RefusedException;
import eu.estafette.kit.problem.Issue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The body of an operator's call. Gathers all that is wrong with it, field by field, before anything is done. */
final class Body {

    private final JsonNode body;
    private final LocalDate today;
    private final List<Issue> issues = new ArrayList<>();

    /** @param fields all that it may have */
    Body(JsonNode body, LocalDate today, String... fields) {
        this.body = body;
        this.today = today;
        List<String> known = List.of(fields);
        if (!body.isObject()) {
            fault("body", "must be an object with " + String.join(", ", known));
        }
        body.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                fault(name, "is no field of this call; it has " + String.join(", ", known));
            }
        });
    }

    JsonNode node(String name) {
        return body.path(name);
    }

    Optional<String> text(String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isTextual()) {
            fault(name, "must be a string");
        }
        return Optional.of(value.asText());
    }

    /** In the operator's words; goes into the journal. */
    Optional<String> words(String name) {
        Optional<String> words = text(name);
        words.flatMap(text -> Words.faultOf(text, today)).ifPresent(fault -> fault(name, fault));
        return words;
    }

    /** Empty, and a fault, where it is missing. */
    String neededWords(String name) {
        return words(name).orElseGet(() -> {
            fault(name, "is missing; say why, in your own words");
            return "";
        });
    }

    Optional<Integer> positive(String name) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isInt() || value.asInt() < 1) {
            fault(name, "must be a whole number of at least 1");
        }
        return Optional.of(value.asInt());
    }

    boolean flag(String name, boolean otherwise) {
        JsonNode value = body.path(name);
        if (value.isMissingNode() || value.isNull()) {
            return otherwise;
        }
        if (!value.isBoolean()) {
            fault(name, "must be true or false");
        }
        return value.asBoolean();
    }

    void fault(String name, String detail) {
        issues.add(new Issue(Issue.Stage.RULE, "invalidField", "body", name, Optional.empty(), detail));
    }

    /** @throws RefusedException if anything was wrong so far */
    void check() {
        if (!issues.isEmpty()) {
            throw new RefusedException(issues);
        }
    }
}
