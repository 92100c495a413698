package eu.estafette.domain.table;

import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * One file of next-step rows.
 *
 * @param chains by name, {@code @} included
 * @param rows   by id, in order
 * @param off    ids of inherited rows that it removes, each with where it says so
 * @param sound  no fault was found in it
 */
record RulesetFile(
        String file,
        Header header,
        Map<String, WhoText> chains,
        SequencedMap<String, RowDraft> rows,
        Map<String, Place> off,
        boolean sound) {

    RulesetFile {
        chains = Map.copyOf(chains);
        off = Map.copyOf(off);
    }

    Set<String> ids() {
        return rows.keySet();
    }
}
