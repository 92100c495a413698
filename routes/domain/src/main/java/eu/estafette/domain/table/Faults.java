package eu.estafette.domain.table;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Gathers what is wrong, so that whoever edits the tables sees all of it at once. The same fault counts once. */
final class Faults {

    private final Set<RulesetFault> faults = new LinkedHashSet<>();

    void add(RulesetFault fault) {
        faults.add(fault);
    }

    /** What the cell says, or the given value and a fault. */
    <T> T orNote(Place place, T otherwise, Supplier<T> cell) {
        try {
            return cell.get();
        } catch (CellFault fault) {
            faults.add(fault.at(place));
            return otherwise;
        }
    }

    int count() {
        return faults.size();
    }

    List<RulesetFault> list() {
        return new ArrayList<>(faults);
    }
}
