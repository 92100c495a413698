package eu.estafette.domain.table;

import eu.estafette.domain.event.EventType;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A row as one file has it; which chains it means is decided by the table that inherits it. */
record RowDraft(
        String id,
        Set<EventType> on,
        When when,
        String aspect,
        WhoText who,
        List<Effect> effects,
        Term within,
        SilenceText ifSilent,
        Place place) {

    Row resolve(Map<String, WhoText> chains) {
        return new Row(id, on, when, aspect, who.expand(chains), effects, within, ifSilent.expand(chains), place);
    }
}
