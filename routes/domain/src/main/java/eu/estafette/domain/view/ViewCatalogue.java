package eu.estafette.domain.view;

import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.Role;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All views, of each family the widest first. */
public final class ViewCatalogue {

    private final List<View> views;
    private final Map<String, View> byName;
    private final Entitlements entitlements;

    /**
     * Checks that no view shows a role what no ruleset lets it read.
     *
     * @throws IllegalArgumentException naming view, field, role and rule of all that is shown against the rules
     */
    public ViewCatalogue(List<View> views, Entitlements entitlements) {
        this.views = List.copyOf(views);
        this.byName = views.stream().collect(Collectors.toUnmodifiableMap(View::name, Function.identity()));
        this.entitlements = entitlements;
        requirePermitted();
    }

    /** The rules that views are held to. */
    public Entitlements entitlements() {
        return entitlements;
    }

    public Optional<View> named(String name) {
        return Optional.ofNullable(byName.get(name));
    }

    /** The views of an event, widest first. */
    public List<View> familyOf(EventType event) {
        return views.stream().filter(view -> view.isOf(event)).toList();
    }

    /**
     * What roles see under one ruleset.
     *
     * @param lineage names of the ruleset and all that it extends
     */
    public Sight under(Set<String> lineage) {
        return new Sight(views, entitlements, lineage);
    }

    private void requirePermitted() {
        List<String> faults = views.stream()
                .flatMap(view -> view.roles().stream().sorted().flatMap(role -> faults(view, role)))
                .toList();
        if (!faults.isEmpty()) {
            throw new IllegalArgumentException(String.join("\n", faults));
        }
    }

    private Stream<String> faults(View view, Role role) {
        return view.categories().stream()
                .filter(category -> !entitlements.mayEver(role, category))
                .sorted()
                .map(category ->
                        "view %s shows %s (%s) to %s, which may never have it: entitlements.csv has - for %s,%s"
                                .formatted(
                                        view.name(),
                                        shownBy(view, category),
                                        category,
                                        role,
                                        role,
                                        category.abbreviation()));
    }

    /** The name of the person is in every view and no field of any. */
    private static String shownBy(View view, Category category) {
        String fields = view.shown().entrySet().stream()
                .filter(field -> field.getValue().contains(category))
                .map(Map.Entry::getKey)
                .collect(Collectors.joining(" and "));
        return fields.isEmpty() ? "the person" : fields;
    }
}
