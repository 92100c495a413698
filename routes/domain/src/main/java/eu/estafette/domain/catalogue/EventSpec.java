package eu.estafette.domain.catalogue;

import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.Role;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/**
 * What {@code events.csv} says of one event type.
 *
 * @param senders    roles that may send it, in the order in which a party that holds several speaks
 * @param byRegister a register may report it
 * @param byHub      only the hub raises it
 */
public record EventSpec(
        EventType type, List<Role> senders, boolean byRegister, boolean byHub, SequencedMap<String, FieldSpec> fields) {

    public EventSpec {
        senders = List.copyOf(senders);
        fields = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(fields));
    }
}
