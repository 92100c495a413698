package eu.estafette.console.cases;

import eu.estafette.domain.cases.Role;

/** What a role may know of a case beyond what was sent to it. Asked with the role a party holds now, not with one it once held. */
public interface CaseSight {

    /** Whether the role may see the phase of a case and who holds which role. */
    boolean seesRoles(Role role, String ruleset);

    /** Whether the role may learn that somebody got this view: it may hold all of the view's categories itself. */
    boolean seesSharing(Role role, String ruleset, String view);
}
