package eu.estafette.console.cases;

import eu.estafette.console.cases.CaseView.Held;
import eu.estafette.domain.cases.Coaching;
import eu.estafette.domain.cases.Phase;
import eu.estafette.domain.party.Role;
import java.util.List;
import java.util.Set;

/**
 * Where a case stands.
 *
 * @param open families of the objects that are open
 */
record CaseHead(String ruleset, Phase resting, Coaching coaching, Set<String> open, List<Held> roles) {

    /** Follows from what is open, so that no correction has to undo it (domain section 2, invariant 5). */
    Phase phase() {
        if (open.contains("employment")) {
            return coaching == Coaching.ENDED ? Phase.AFTERCARE : Phase.EMPLOYED;
        }
        if (open.contains("placement")) {
            return Phase.PLACEMENT;
        }
        return open.contains("training") ? Phase.TRAINING : resting;
    }

    List<Role> rolesOf(String party) {
        return roles.stream()
                .filter(held -> held.party().equals(party))
                .map(held -> Role.valueOf(held.role()))
                .toList();
    }
}
