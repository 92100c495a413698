package eu.estafette.domain.table;

import eu.estafette.domain.catalogue.Catalogue;
import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.Role;
import java.util.ArrayList;
import java.util.List;

/** What conditions of rows may ask about an event, whether some row does or not. */
public final class KnownFacts {

    private KnownFacts() {}

    /** Those of the sender, the event's fields, the case and its roles, in this order. */
    public static List<Fact> of(EventType event, Catalogue catalogue) {
        List<String> names = new ArrayList<>(List.of("by"));
        names.addAll(catalogue.event(event).fields().keySet());
        if (!names.contains("kind")) {
            names.add("kind"); // that of the object
        }
        for (CaseFact fact : CaseFact.values()) {
            names.add(fact.word());
        }
        for (Role role : Role.values()) {
            names.add("has." + role);
        }
        FactCatalogue facts = new FactCatalogue(catalogue);
        return names.stream()
                .flatMap(name -> facts.find(event, name).stream())
                .distinct()
                .toList();
    }
}
