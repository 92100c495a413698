package eu.estafette.domain.decider;

import eu.estafette.domain.cases.CaseObject;
import eu.estafette.domain.event.CaseEvent;
import eu.estafette.domain.event.Family;
import eu.estafette.domain.event.Fields;
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

    private static Fields without(String field, Fields fields) {
        if (!fields.has(field)) {
            return fields;
        }
        Map<String, Object> rest = new LinkedHashMap<>(fields.values());
        rest.remove(field);
        return new Fields(rest);
    }
}
