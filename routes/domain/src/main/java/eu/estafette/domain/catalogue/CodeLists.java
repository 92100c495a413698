package eu.estafette.domain.catalogue;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The code lists, those of roles, steps, clocks and categories included. */
public final class CodeLists {

    private final Map<String, List<String>> lists;

    CodeLists(Map<String, List<String>> lists) {
        this.lists = Map.copyOf(lists);
    }

    /** The values of a list in order; absent if a type of field is not a list. */
    public Optional<List<String>> values(String list) {
        return Optional.ofNullable(lists.get(list));
    }
}
