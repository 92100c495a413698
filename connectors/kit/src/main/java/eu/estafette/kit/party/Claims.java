package eu.estafette.kit.party;

import java.util.HashMap;
import java.util.Map;

/** What only one party may have: an id, a source, an identifier. Remembers who was first, also where that party has other faults. */
final class Claims {

    private final Map<String, String> first = new HashMap<>();

    /** Whether the party has it now; if not, a fault says who has. */
    boolean claim(String what, String value, String party, YamlSection section, String key, Faults faults) {
        String mine = party + " (" + faults.file() + ")";
        String holder = first.putIfAbsent(what + " " + value, mine);
        boolean free = holder == null || holder.equals(mine);
        if (!free) {
            section.fault(key, what + " \"" + value + "\" belongs to " + holder + " already");
        }
        return free;
    }
}
