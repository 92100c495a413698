package eu.estafette.domain.catalogue;

import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.Role;
import eu.estafette.domain.view.Category;
import eu.estafette.domain.view.Entitlements;
import eu.estafette.domain.view.ViewCatalogue;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Puts the catalogue together from its files. */
final class CatalogueLoader {

    private CatalogueLoader() {}

    static Catalogue load() {
        Groups groups = Groups.of(Shelf.definitions("groups.txt"));
        Map<EventType, EventSpec> events = EventsParser.parse(Shelf.csv("events.csv"), groups);
        Map<EventType, ClosingRule> closes = Shelf.csv("closes.csv").rows().stream()
                .map(ClosingRule::parse)
                .collect(Collectors.toMap(ClosingRule::event, Function.identity()));
        StepCatalogue steps = StepCatalogue.of(Shelf.definitions("steps.txt"), closes.values());
        Map<String, ClockSpec> clocks = Shelf.csv("clocks.csv").rows().stream()
                .map(ClockSpec::parse)
                .collect(Collectors.toMap(ClockSpec::name, Function.identity()));
        return new Catalogue(
                groups,
                events,
                lists(steps, clocks),
                steps,
                closes,
                clocks,
                Shelf.csv("facts.csv").rows().stream()
                        .collect(Collectors.toMap(row -> row.cell(0), row -> row.words(1))),
                Shelf.csv("required.csv").rows().stream()
                        .map(RequiredGroup::parse)
                        .toList(),
                views(groups, events));
    }

    private static CodeLists lists(StepCatalogue steps, Map<String, ClockSpec> clocks) {
        Map<String, List<String>> lists = new HashMap<>();
        Shelf.csv("lists.csv").rows().forEach(row -> lists.put(row.cell(0), row.words(1)));
        lists.put(
                "ROLE",
                Arrays.stream(Role.values())
                        .filter(role -> role != Role.REGISTER)
                        .map(Enum::name)
                        .toList());
        lists.put("CATEGORY", names(Category.values()));
        lists.put("STEP", steps.all().stream().sorted().toList());
        lists.put("CLOCK", clocks.keySet().stream().sorted().toList());
        return new CodeLists(lists);
    }

    private static ViewCatalogue views(Groups groups, Map<EventType, EventSpec> events) {
        Entitlements entitlements =
                EntitlementsParser.parse(Shelf.csv("entitlements.csv"), Shelf.csv("exceptions.csv"));
        return new ViewCatalogue(ViewsParser.parse(Shelf.csv("views.csv"), groups, events), entitlements);
    }

    private static List<String> names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toList();
    }
}
