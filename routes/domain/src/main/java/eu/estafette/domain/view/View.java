package eu.estafette.domain.view;

import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.Role;
import java.util.List;
import java.util.Set;

/**
 * A cut through an event, the case or a step that certain roles may read.
 *
 * @param rank       place in {@code views.csv}; of one family the lower one is the wider one
 * @param subject    what it is a view of
 * @param events     the family; empty unless the subject is an event
 * @param fields     in the order of the contract
 * @param categories of all its fields, and of what every view holds besides
 */
public record View(
        String name,
        int rank,
        Subject subject,
        Set<EventType> events,
        List<String> fields,
        Set<Category> categories,
        Set<Role> roles) {

    public View {
        events = Set.copyOf(events);
        fields = List.copyOf(fields);
        categories = Set.copyOf(categories);
        roles = Set.copyOf(roles);
    }

    /** What a view can be cut from. */
    public enum Subject {
        EVENT,
        CASE,
        STEP
    }

    public boolean isOf(EventType event) {
        return events.contains(event);
    }

    /** Of two views for the same receiver, the one that shows more. */
    public boolean isWiderThan(View other) {
        return rank < other.rank;
    }
}
