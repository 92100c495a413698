package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.cases.LineHistory;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.Code;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.table.Row;
import eu.estafette.domain.table.When;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Completes what an event leaves out from its object as it then is (domain section 12). */
final class Content {

    /** Says something about one message, not about the object; the next message has its own. */
    private static final String OF_ONE_MESSAGE = "hoursChanged";

    private Content() {}

    static Fields of(CaseEvent event, Optional<CaseObject> object) {
        if (object.isEmpty() || object.get().isOf(Family.CASE)) {
            return event.data();
        }
        Fields known = object.get().content();
        return without(OF_ONE_MESSAGE, known).overlaidBy(event.data());
    }

    /** What a line that stands tells with all that is known of its object by now. */
    static Fields of(CaseObject object, LineHistory line) {
        Fields told = line.content();
        if (object.isOf(Family.CASE)) {
            return told;
        }
        Fields known = without(OF_ONE_MESSAGE, object.content());
        return told.has(OF_ONE_MESSAGE) ? known.with(OF_ONE_MESSAGE, told.flag(OF_ONE_MESSAGE)) : known;
    }

    /** Whether a row could fire on this content, whatever the case is like: a condition on a field that is not there is one on the case. */
    static boolean mayMatch(Row row, Fields content) {
        return !(row.when() instanceof When.All all)
                || all.conditions().stream()
                        .filter(condition -> content.values().get(condition.fact()) instanceof String
                                || content.values().get(condition.fact()) instanceof Code)
                        .allMatch(condition -> content.code(condition.fact())
                                        .filter(condition.values()::contains)
                                        .isPresent()
                                != condition.negated());
    }

    private static Fields without(String field, Fields fields) {
        if (!fields.has(field)) {
            return fields;
        }
        Map<String, Object> rest = new LinkedHashMap<>(fields.values());
        rest.remove(field);
        return new Fields(rest);
    }
}
