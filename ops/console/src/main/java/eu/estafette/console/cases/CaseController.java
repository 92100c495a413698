package eu.estafette.console.cases;

import com.fasterxml.jackson.databind.ObjectMapper;
import eu.estafette.console.cases.CaseView.Held;
import eu.estafette.console.cases.CaseView.Shared;
import eu.estafette.console.mailbox.StoredNotices;
import eu.estafette.console.problem.NotFoundException;
import eu.estafette.domain.party.Role;
import java.security.Principal;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A case, as the calling party may see it: its own part, and what its present roles entitle it to know of the others'. */
@RestController
public class CaseController {

    private final CaseQueries cases;
    private final StoredNotices notices;
    private final CaseSight sight;

    public CaseController(JdbcClient jdbc, ObjectMapper json, StoredNotices notices, CaseSight sight) {
        this.cases = new CaseQueries(jdbc, json);
        this.notices = notices;
        this.sight = sight;
    }

    @GetMapping("/api/cases/{caseRef}")
    CaseView view(@PathVariable String caseRef, Principal caller) {
        String party = caller.getName();
        String caseId = cases.find(caseRef, party)
                .orElseThrow(() -> new NotFoundException("Your party has no part in a case of this name."));
        Optional<CaseHead> head = cases.head(caseId);
        boolean seesRoles = head.stream().anyMatch(known -> seesRoles(known, party));
        return new CaseView(
                caseRef,
                head.filter(ignored -> seesRoles).map(CaseHead::phase),
                head.map(CaseHead::roles).orElse(List.of()).stream()
                        .filter(held -> held.party().equals(party) || seesRoles && !isSpecialist(held))
                        .toList(),
                cases.notices(caseId, party).stream().map(notices::toJson).toList(),
                cases.openSteps(caseId, party),
                cases.shared(caseId).stream()
                        .filter(shared -> shared.party().equals(party)
                                || head.stream().anyMatch(known -> seesSharing(known, party, shared)))
                        .toList());
    }

    private boolean seesRoles(CaseHead head, String party) {
        return head.rolesOf(party).stream().anyMatch(role -> sight.seesRoles(role, head.ruleset()));
    }

    private boolean seesSharing(CaseHead head, String party, Shared shared) {
        return head.rolesOf(party).stream().anyMatch(role -> sight.seesSharing(role, head.ruleset(), shared.view()));
    }

    /** A specialist knows nothing of the work, and the others nothing of the specialist (domain section 4, case-brief). */
    private static boolean isSpecialist(Held held) {
        return held.role().equals(Role.SPECIALIST.name());
    }
}
