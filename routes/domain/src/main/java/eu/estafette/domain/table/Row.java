package eu.estafette.domain.table;

import eu.estafette.domain.event.EventType;
import java.util.List;
import java.util.Set;

/** A row of an effective table, every name resolved. */
public record Row(
        String id,
        Set<EventType> on,
        When when,
        String aspect,
        Who who,
        List<Effect> effects,
        Term within,
        Silence ifSilent,
        Place place) {

    public Row {
        on = Set.copyOf(on);
        effects = List.copyOf(effects);
    }

    /** Whether it says who must act, or that nobody must. */
    public boolean isAct() {
        return effects.stream().anyMatch(effect -> effect instanceof Effect.Act || effect instanceof Effect.NoAct);
    }
}
