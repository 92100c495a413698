package eu.estafette.domain.catalogue;

import eu.estafette.domain.event.EventType;
import eu.estafette.domain.view.ViewCatalogue;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that the tables and the decisions may refer to by name.
 *
 * @param facts    of the case, each with its values; those of an event follow from its fields
 * @param required groups that every next-step table must have rows for
 */
public record Catalogue(
        Groups groups,
        Map<EventType, EventSpec> events,
        CodeLists lists,
        StepCatalogue steps,
        Map<EventType, ClosingRule> closes,
        Map<String, ClockSpec> clocks,
        Map<String, List<String>> facts,
        List<RequiredGroup> required,
        ViewCatalogue views) {

    public Catalogue {
        events = Map.copyOf(events);
        closes = Map.copyOf(closes);
        clocks = Map.copyOf(clocks);
        facts = Map.copyOf(facts);
        required = List.copyOf(required);
    }

    /**
     * The catalogue as shipped.
     *
     * @throws CatalogueException with file and line if a list cannot be read
     */
    public static Catalogue shipped() {
        return CatalogueLoader.load();
    }

    /** What is known of an event type; every type has its row. */
    public EventSpec event(EventType type) {
        return Optional.ofNullable(events.get(type))
                .orElseThrow(() -> new IllegalStateException("no row in events.csv for " + type.shortName()));
    }
}
