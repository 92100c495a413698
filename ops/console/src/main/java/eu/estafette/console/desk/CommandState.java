package eu.estafette.console.desk;

import eu.estafette.console.desk.CommandReport.Told;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How far a command is: the worst of what its parts came to once all have said so, each partition of a lane being one.
 *
 * <pre>
 *   ACCEPTED ──► RUNNING ──► DONE | STOPPED | REFUSED
 * </pre>
 */
enum CommandState {
    ACCEPTED,
    RUNNING,
    DONE,
    STOPPED,
    REFUSED;

    private static final String GIVEN = "ACCEPTED";

    static CommandState of(List<Told> told) {
        Map<String, Integer> parts = new HashMap<>();
        Set<CommandState> ends = new HashSet<>();
        int ended = 0;
        for (Told one : told) {
            if (one.state().equals(GIVEN)) {
                parts.merge(one.party(), one.parts().orElse(1), Math::max);
            } else {
                ends.add(valueOf(one.state()));
                ended++;
            }
        }
        int all = parts.values().stream().mapToInt(Integer::intValue).sum();
        if (ended == 0) {
            return ACCEPTED;
        }
        if (ended < all) {
            return RUNNING;
        }
        return ends.contains(REFUSED) ? REFUSED : ends.contains(STOPPED) ? STOPPED : DONE;
    }

    boolean isOver() {
        return this == DONE || this == STOPPED || this == REFUSED;
    }

    /**
     * What is to be said of a notice.
     *
     * @param kind of the last journal entry about it that follows from the command; NONE if there is none
     */
    String ofNotice(String kind) {
        return switch (kind) {
            case "NONE" -> this == DONE ? "SKIPPED" : isOver() ? "NOT_REACHED" : "CHOSEN";
            default -> kind;
        };
    }
}
