package eu.estafette.domain.table;

import java.util.List;

/** Whom a row means: groups that each get it, of each group the first one present. */
public record Who(List<Chain> groups) {

    public Who {
        groups = List.copyOf(groups);
    }

    /** The chain of an act row, which has one. */
    public Chain chain() {
        return groups.isEmpty() ? Chain.NONE : groups.getFirst();
    }
}
