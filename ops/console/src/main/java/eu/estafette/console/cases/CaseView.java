package eu.estafette.console.cases;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import eu.estafette.domain.cases.Phase;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * A case as one party may see it.
 *
 * @param phase   absent for parties whose roles may not know it
 * @param roles   the party's own, and the others' where its roles may know them
 * @param notices sent to the party, oldest first
 * @param steps   open with the party
 * @param shared  what went to whom, oldest first
 */
@JsonInclude(JsonInclude.Include.NON_ABSENT)
record CaseView(
        String caseRef,
        Optional<Phase> phase,
        List<Held> roles,
        List<ObjectNode> notices,
        List<Step> steps,
        List<Shared> shared) {

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Held(String role, String party, Optional<String> person, Optional<String> coachKind) {}

    @JsonInclude(JsonInclude.Include.NON_ABSENT)
    record Step(String code, String owner, Optional<LocalDate> due, String state) {}

    record Shared(Instant at, String event, String role, String party, String view) {}
}
