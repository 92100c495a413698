package eu.estafette.hub.polling;

import eu.estafette.kit.poll.Poller;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What fetches, each by a name of its own: two of one name would share one state, and each would pass over what the other has read. */
final class Pollers {

    private final Map<String, Poller> byId = new LinkedHashMap<>();

    /**
     * One more.
     *
     * @param whose from which settings it comes, as people know them
     * @throws IllegalStateException if there is one of that name; says whose, and what to do
     */
    void add(Poller poller, String whose) {
        if (byId.putIfAbsent(poller.id(), poller) != null) {
            throw new IllegalStateException(whose + " is a second address for " + poller.id()
                    + ", and would do the same twice; remove it, or give it another folder by \"in\"");
        }
    }

    /** In the order in which they came. */
    List<Poller> all() {
        return List.copyOf(byId.values());
    }
}
