package eu.estafette.domain.cases;

import eu.estafette.domain.event.Fields;
import java.util.List;
import java.util.Optional;

/**
 * A referral, employment, placement, … of the case.
 *
 * @param open  whether it still runs; a referral is open until it is decided
 * @param asker who asked what is decided about it, for REQUEST families
 * @param lines in order of first acceptance
 */
public record CaseObject(ObjectKey key, boolean open, Optional<RoleHolder> asker, List<LineHistory> lines) {

    public CaseObject {
        lines = List.copyOf(lines);
    }

    /** All that is known of the object: what its lines told, later ones over earlier ones. */
    public Fields content() {
        Fields merged = Fields.NONE;
        for (LineHistory line : lines) {
            merged = merged.overlaidBy(line.content());
        }
        return merged;
    }
}
