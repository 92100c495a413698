package eu.estafette.domain.table;

import eu.estafette.domain.cases.RoleHolder;
import eu.estafette.domain.party.PartyId;
import eu.estafette.domain.party.Role;
import java.util.Collection;

/** On cases where this party holds this role, a table wins over its parent. */
record ForParty(Role role, PartyId party) {

    boolean isOn(Collection<RoleHolder> roles) {
        for (RoleHolder held : roles) {
            if (held.role() == role && held.holder().party().equals(party)) {
                return true;
            }
        }
        return false;
    }
}
