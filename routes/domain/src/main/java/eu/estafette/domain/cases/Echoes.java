package eu.estafette.domain.cases;

import eu.estafette.domain.event.Fields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** What several sources told of the same thing as one: the first one's words, completed by the others. */
final class Echoes {

    /** Where these differ, a register is right, else the newest word. */
    private static final List<String> DISPUTED = List.of("startDate", "plannedEnd", "hoursPerWeek");

    private static final Comparator<LineHistory> CREDIBLE = Comparator.comparing(
                    (LineHistory line) -> told(line).isByRegister())
            .thenComparing(line -> told(line).time())
            .thenComparing(line -> line.line().source());

    private static final Comparator<LineHistory> EARLIEST = Comparator.comparing(
                    (LineHistory line) -> told(line).time())
            .thenComparing(line -> line.line().source());

    private Echoes() {}

    /** @param tellings all standing */
    static Fields merged(List<LineHistory> tellings) {
        List<LineHistory> newestFirst = new ArrayList<>(tellings);
        newestFirst.sort(EARLIEST.reversed());
        Fields merged = Fields.NONE;
        for (LineHistory telling : newestFirst) {
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
                .max(CREDIBLE)
                .map(telling -> telling.content().values().get(field))
                .map(value -> merged.with(field, value))
                .orElse(merged);
    }

    private static Told told(LineHistory line) {
        return line.told().orElseThrow();
    }
}
