package eu.estafette.domain.cases;

import eu.estafette.domain.event.ObjectKey;
import eu.estafette.domain.party.CoachKind;
import eu.estafette.domain.party.Recipient;
import eu.estafette.domain.party.Role;
import java.util.Optional;

/**
 * Who holds a role on the case.
 *
 * @param object the employment or placement that EMPLOYER and WORKPLACE end with; absent for the other roles
 */
public record RoleHolder(Role role, Recipient holder, Optional<CoachKind> coachKind, Optional<ObjectKey> object) {

    public boolean isFor(ObjectKey work) {
        return object.filter(work::equals).isPresent();
    }
}
