package eu.estafette.domain.cases;

import eu.estafette.domain.event.Family;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.event.ObjectKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A referral, employment, placement, … of the case.
 *
 * @param open  whether it still runs; a referral is open until it is decided
 * @param asker who asked what is decided about it, raised it or made it: for referrals, applications, signals and appointments
 * @param lines in order of first acceptance
 */
public record CaseObject(ObjectKey key, boolean open, Optional<RoleHolder> asker, List<LineHistory> lines) {

    public CaseObject {
        lines = List.copyOf(lines);
    }

    /** All that is known of the object: what its lines told, later ones over earlier ones. The hub's own events add nothing to it. */
    public Fields content() {
        Fields merged = Fields.NONE;
        for (LineHistory line : lines) {
            if (line.line().type().isOfPartners()) {
                merged = merged.overlaidBy(line.content());
            }
        }
        return merged;
    }

    public boolean isOf(Family family) {
        return key.family().equals(family.code());
    }

    /** What a line has told so far, if it told anything. */
    public Optional<LineHistory> history(Line line) {
        for (LineHistory known : lines) {
            if (known.line().equals(line)) {
                return Optional.of(known);
            }
        }
        return Optional.empty();
    }

    /** With this history in place of the line's earlier one, or after the others. */
    public CaseObject with(LineHistory history) {
        List<LineHistory> changed = new ArrayList<>(lines);
        for (int at = 0; at < changed.size(); at++) {
            if (changed.get(at).line().equals(history.line())) {
                changed.set(at, history);
                return new CaseObject(key, open, asker, changed);
            }
        }
        changed.add(history);
        return new CaseObject(key, open, asker, changed);
    }

    public CaseObject withOpen(boolean nowOpen) {
        return new CaseObject(key, nowOpen, asker, lines);
    }

    public CaseObject withAsker(Optional<RoleHolder> nowAsker) {
        return new CaseObject(key, open, nowAsker, lines);
    }
}
