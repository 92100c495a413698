package eu.estafette.domain.cases;

import eu.estafette.domain.event.Fields;
import java.util.Comparator;
import java.util.List;

/** What several sources told of the same thing as one: the first one's words, completed by the others. */
final class Echoes {

    /** Where these differ, a register is right, else who spoke last. */
    private static final List<String> DISPUTED = List.of("startDate", "plannedEnd", "hoursPerWeek");

    private static final Comparator<Told> CREDIBLE =
            Comparator.comparing(Told::isByRegister).thenComparing(Told::at);

    private Echoes() {}

    /** @param tellings in order of acceptance, all standing */
    static Fields merged(List<LineHistory> tellings) {
        Fields merged = Fields.NONE;
        for (LineHistory telling : tellings.reversed()) {
            merged = merged.overlaidBy(telling.content());
        }
        for (String field : DISPUTED) {
            merged = settled(merged, field, tellings);
        }
        return merged;
    }

    private static Fields settled(Fields merged, String field, List<LineHistory> tellings) {
        return tellings.stream()
                .filter(telling -> telling.content().has(field))
                .max(Comparator.comparing(telling -> telling.told().orElseThrow(), CREDIBLE))
                .map(telling -> telling.content().values().get(field))
                .map(value -> merged.with(field, value))
                .orElse(merged);
    }
}
