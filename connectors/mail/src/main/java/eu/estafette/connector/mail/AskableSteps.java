package eu.estafette.connector.mail;

import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.Role;
import java.util.Collection;

/**
 * Which steps the next-step tables can ask of a role on an event. A notice that takes an event back does not name the steps that it asked
 * for; their calendar entries are cancelled by this.
 */
public interface AskableSteps {

    /** Codes of steps; empty if none. */
    Collection<String> of(EventType event, Role role);
}
