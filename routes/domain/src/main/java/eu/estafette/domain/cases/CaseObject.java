package eu.estafette.domain.cases;

import eu.estafette.domain.event.EventType;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.event.Line;
import eu.estafette.domain.event.ObjectKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A referral, employment, placement, … of the case.
 *
 * @param open  whether it still runs; a referral is open until it is decided
 * @param asker who asked what is decided about it, raised it or made it: for referrals, applications, signals and appointments
 * @param lines in order of first acceptance
 * @param changedOn the day of the last decision that changed it
 */
public record CaseObject(
        ObjectKey key, boolean open, Optional<RoleHolder> asker, List<LineHistory> lines, LocalDate changedOn) {

    public CaseObject {
        lines = List.copyOf(lines);
    }

    /** All that is known of the object: what its standing lines told. The hub's own events add nothing to it. */
    public Fields content() {
        List<LineHistory> standing = standing();
        return standing.isEmpty() ? Fields.NONE : Newest.merged(standing);
    }

    /** Whether anything a partner told of it still holds. */
    public boolean stands() {
        return !standing().isEmpty();
    }

    private List<LineHistory> standing() {
        if (lines.size() == 1) {
            return isStanding(lines.getFirst()) ? lines : List.of();
        }
        List<LineHistory> standing = new ArrayList<>(lines.size());
        for (LineHistory line : lines) {
            if (isStanding(line)) {
                standing.add(line);
            }
        }
        return standing;
    }

    private static boolean isStanding(LineHistory line) {
        return line.line().type().isOfPartners() && line.stands();
    }

    /** The standing lines that tell the same as this one: of the start of an employment those of all sources, else only the line itself. */
    public List<LineHistory> alike(Line line) {
        List<LineHistory> alike = new ArrayList<>(1);
        for (LineHistory known : lines) {
            if (known.stands() && isAlike(known, line)) {
                alike.add(known);
            }
        }
        return alike;
    }

    /** Whether what an event brought about comes from this line since it was last taken back, or from one that tells or told the same. */
    public boolean isCausedBy(Line line, long event) {
        for (LineHistory known : lines) {
            boolean own = known.line().equals(line);
            if (own ? known.caused(event) : isAlike(known, line) && known.knows(event)) {
                return true;
            }
        }
        return false;
    }

    /** Whether two lines of this object tell the same. */
    public static boolean isAlike(LineHistory one, Line other) {
        return one.line().equals(other)
                || (one.line().type() == EventType.EMPLOYMENT_STARTED && other.type() == EventType.EMPLOYMENT_STARTED);
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
                return new CaseObject(key, open, asker, changed, changedOn);
            }
        }
        changed.add(history);
        return new CaseObject(key, open, asker, changed, changedOn);
    }

    public CaseObject withOpen(boolean nowOpen) {
        return new CaseObject(key, nowOpen, asker, lines, changedOn);
    }

    public CaseObject changedOn(LocalDate day) {
        return day.equals(changedOn) ? this : new CaseObject(key, open, asker, lines, day);
    }

    public CaseObject withAsker(Optional<RoleHolder> nowAsker) {
        return new CaseObject(key, open, nowAsker, lines, changedOn);
    }
}
