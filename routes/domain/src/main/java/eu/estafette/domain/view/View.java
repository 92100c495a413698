package eu.estafette.domain.view;

import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.Role;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;

/**
 * A cut through an event, the case or a step that certain roles may read.
 *
 * @param rank       place in {@code views.csv}; of one family the lower one is the wider one
 * @param subject    what it is a view of
 * @param events     the family; empty unless the subject is an event
 * @param shown      its fields, in the order of the contract, and what each reveals
 * @param categories of all its fields, and of what every view holds besides
 */
public record View(
        String name,
        int rank,
        Subject subject,
        Set<EventType> events,
        SequencedMap<String, Set<Category>> shown,
        Set<Category> categories,
        Set<Role> roles) {

    public View {
        events = Set.copyOf(events);
        shown = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(shown));
        categories = Set.copyOf(categories);
        roles = Set.copyOf(roles);
    }

    public List<String> fields() {
        return List.copyOf(shown.keySet());
    }

    /** Whether a field is one of its own. */
    public boolean shows(String field) {
        return shown.containsKey(field);
    }

    /** What a view can be cut from. */
    public enum Subject {
        EVENT,
        CASE,
        STEP,
        SUBSCRIPTION
    }

    public boolean isOf(EventType event) {
        return events.contains(event);
    }

    /** Of two views for the same receiver, the one that shows more. */
    public boolean isWiderThan(View other) {
        return rank < other.rank;
    }
}
