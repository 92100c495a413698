package eu.estafette.connector.setu;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.connector.setu.Assignment.Id;
import eu.estafette.kit.intake.EventDraft;
import java.util.Optional;

/**
 * Who works there, by what the hub can know a person by.
 *
 * @param caseRef whether {@code number} is a caseRef of the hub; else it is a BSN
 */
record Person(String number, boolean caseRef) {

    private static final String BSN = "BSN";
    private static final String CASE_REF = "E1-";

    /** SETU has no field for it: a {@code HumanResourceId} whose value has the name BSN, or is a caseRef. */
    static Optional<Person> of(Assignment assignment) {
        return assignment.references("HumanResourceId").stream()
                .flatMap(id -> Person.of(id).stream())
                .findFirst();
    }

    private static Optional<Person> of(Id id) {
        String value = id.value();
        if (value == null) {
            return Optional.empty();
        }
        return BSN.equalsIgnoreCase(id.name())
                ? Optional.of(new Person(value, false))
                : value.startsWith(CASE_REF) ? Optional.of(new Person(value, true)) : Optional.empty();
    }

    EventDraft putInto(EventDraft draft) {
        return caseRef
                ? draft.text("subject.caseRef", number, Names.HUMAN_RESOURCE_ID)
                : draft.subject(BSN, number, Names.HUMAN_RESOURCE_ID);
    }

    void putInto(ObjectNode json) {
        json.put(caseRef ? "caseRef" : "bsn", number);
    }

    static Person of(JsonNode json) {
        return json.has("caseRef")
                ? new Person(json.path("caseRef").asText(), true)
                : new Person(json.path("bsn").asText(), false);
    }

    /** Nobody's number. */
    @Override
    public String toString() {
        return caseRef ? "a caseRef" : "a BSN";
    }
}
