package eu.estafette.console.desk;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.console.problem.RefusedException;
import eu.estafette.contract.message.Notice;
import eu.estafette.contract.message.Payload;
import eu.estafette.kit.check.ViewReader;
import eu.estafette.kit.problem.Issue;
import eu.estafette.schemas.Contracts;
import eu.estafette.schemas.PayloadCodec;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Schema;

/** The content of a notice with some of its fields changed. It stays within its view: what the view does not have is refused. */
final class EditedContent {

    private static final String VIEW = "view/";

    private final Contracts contracts;
    private final PayloadCodec payloads;
    private final ViewReader reader;

    EditedContent(Contracts contracts, PayloadCodec payloads, ViewReader reader) {
        this.contracts = contracts;
        this.payloads = payloads;
        this.reader = reader;
    }

    /**
     * @param current what the notice holds, as its receiver reads it
     * @param changes fields that change; null takes an optional one out
     * @throws RefusedException naming each field that cannot be
     */
    Payload of(Notice old, JsonNode current, ObjectNode changes, LocalDate today) {
        ObjectNode edited = current instanceof ObjectNode content ? content.deepCopy() : changes.objectNode();
        for (Map.Entry<String, JsonNode> field : changes.properties()) {
            if (field.getValue().isNull()) {
                edited.remove(field.getKey());
            } else {
                edited.set(field.getKey(), field.getValue());
            }
        }
        Schema view = contracts.latest(VIEW + old.getView()).schema();
        ViewReader.Read read = reader.read(view, edited);
        List<Issue> issues = new ArrayList<>(read.issues());
        changes.properties()
                .forEach(field -> unknownOrPersonal(view, field, today).ifPresent(issues::add));
        if (issues.isEmpty() && edited.equals(current)) {
            issues.add(issue("data", "changes nothing of the notice; to send it as it was, replay it"));
        }
        if (!issues.isEmpty()) {
            throw new RefusedException(issues);
        }
        return payloads.write(read.record());
    }

    /** Null takes nothing out that is not there, which the reader cannot see. */
    private static Optional<Issue> unknownOrPersonal(Schema view, Map.Entry<String, JsonNode> field, LocalDate today) {
        String path = "data." + field.getKey();
        if (field.getValue().isNull() && view.getField(field.getKey()) == null) {
            return Optional.of(issue(path, "is no field of this view"));
        }
        boolean personal =
                field.getValue().findValuesAsText("text").stream().anyMatch(text -> Words.mayNameAPerson(text, today))
                        || (field.getValue().isTextual()
                                && Words.mayNameAPerson(field.getValue().asText(), today));
        return personal ? Optional.of(issue(path, "holds what can be a person number")) : Optional.empty();
    }

    private static Issue issue(String field, String detail) {
        return new Issue(Issue.Stage.RULE, "invalidField", "body", field, Optional.empty(), detail);
    }
}
