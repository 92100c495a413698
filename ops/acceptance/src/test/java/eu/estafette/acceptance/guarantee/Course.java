package eu.estafette.acceptance.guarantee;

import eu.estafette.acceptance.oracle.Planned;
import java.util.List;

/** What happens in one case, one event after the other. */
record Course(String name, List<Event> events) {

    Course {
        events = List.copyOf(events);
    }

    /**
     * One of them.
     *
     * @param sender party that sends it
     * @param json   as it sends it
     */
    record Event(Planned planned, String sender, String json) {}
}
