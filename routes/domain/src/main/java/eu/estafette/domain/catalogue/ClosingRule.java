package eu.estafette.domain.catalogue;

import eu.estafette.domain.event.EventType;
import java.util.List;

/**
 * Which steps an event closes by itself.
 *
 * @param sameObject only steps of the event's own object
 * @param anyObject  steps of every object of the case
 */
public record ClosingRule(EventType event, List<StepRef> sameObject, List<StepRef> anyObject) {

    public ClosingRule {
        sameObject = List.copyOf(sameObject);
        anyObject = List.copyOf(anyObject);
    }

    static ClosingRule parse(CsvRow row) {
        return new ClosingRule(EventsParser.type(row.cell(0), row), refs(row, 1), refs(row, 2));
    }

    private static List<StepRef> refs(CsvRow row, int column) {
        return row.words(column).stream().map(word -> StepRef.parse(word, row)).toList();
    }
}
