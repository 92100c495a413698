package eu.estafette.acceptance.oracle;

import java.util.Set;

/**
 * An event before it is sent.
 *
 * @param place     in its case: it is sent only after those of lower places were accepted
 * @param receivers who must hear of it, by name
 */
public record Planned(String eventId, String caseName, int place, Cause cause, Set<String> receivers) {

    public Planned {
        receivers = Set.copyOf(receivers);
    }

    @Override
    public String toString() {
        return eventId + " (" + cause + ", place " + place + " of " + caseName + ")";
    }
}
