package eu.estafette.kit.check;

import eu.estafette.domain.cases.Role;
import eu.estafette.domain.event.EventType;
import java.util.List;
import java.util.Optional;

/** What the checks need to know of the event catalogue. */
public interface EventVocabulary {

    /** The values of a list in order; empty for a list that is not known. */
    Optional<List<String>> values(String list);

    Senders senders(EventType type);

    /**
     * Who may send a type of event.
     *
     * @param roles    in the order in which a party that holds several speaks
     * @param register a register may report it
     */
    record Senders(List<Role> roles, boolean register) {

        public Senders {
            roles = List.copyOf(roles);
        }
    }
}
