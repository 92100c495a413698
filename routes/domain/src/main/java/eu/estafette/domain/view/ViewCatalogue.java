package eu.estafette.domain.view;

import eu.estafette.domain.event.EventType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All views, of each family the widest first. */
public final class ViewCatalogue {

    private final List<View> views;
    private final Map<String, View> byName;
    private final Entitlements entitlements;

    /**
     * Checks that no view shows a role what no ruleset lets it read.
     *
     * @throws IllegalArgumentException naming view, role and category
     */
    public ViewCatalogue(List<View> views, Entitlements entitlements) {
        this.views = List.copyOf(views);
        this.byName = views.stream().collect(Collectors.toUnmodifiableMap(View::name, Function.identity()));
        this.entitlements = entitlements;
        views.forEach(this::requirePermitted);
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

    private void requirePermitted(View view) {
        view.roles().forEach(role -> view.categories().stream()
                .filter(category -> !entitlements.mayEver(role, category))
                .findFirst()
                .ifPresent(category -> {
                    throw new IllegalArgumentException(
                            "view %s shows %s to %s, which may never have it".formatted(view.name(), category, role));
                }));
    }
}
