package eu.estafette.domain.view;

import eu.estafette.domain.event.EventType;
import eu.estafette.domain.party.Role;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which view each role gets under one ruleset. Worked out once, so that a decision only looks up. */
public final class Sight {

    private final Entitlements entitlements;
    private final Set<String> lineage;
    private final Map<Role, Set<String>> readable = new EnumMap<>(Role.class);
    private final Map<EventType, Map<Role, View>> widest = new EnumMap<>(EventType.class);
    private final Map<Role, Map<String, Set<Category>>> needs = new EnumMap<>(Role.class);
    private final Map<EventType, Map<Role, List<View>>> families = new EnumMap<>(EventType.class);

    Sight(List<View> views, Entitlements entitlements, Set<String> lineage) {
        this.entitlements = entitlements;
        this.lineage = Set.copyOf(lineage);
        for (View view : views) {
            view.roles().stream()
                    .filter(role -> holds(view, role, Entitlement.WITH_CONSENT))
                    .forEach(role -> consider(view, role));
            view.roles().stream()
                    .filter(role -> holds(view, role, Entitlement.ALWAYS))
                    .forEach(role -> admit(view, role));
        }
    }

    private void admit(View view, Role role) {
        readable.computeIfAbsent(role, ignored -> new HashSet<>()).add(view.name());
        view.events().forEach(event -> widest.computeIfAbsent(event, ignored -> new EnumMap<>(Role.class))
                .putIfAbsent(role, view));
    }

    private void consider(View view, Role role) {
        Set<Category> conditional = EnumSet.noneOf(Category.class);
        view.categories().stream()
                .filter(category -> entitlements.of(role, category, lineage) == Entitlement.WITH_CONSENT)
                .forEach(conditional::add);
        needs.computeIfAbsent(role, ignored -> new HashMap<>()).put(view.name(), Set.copyOf(conditional));
        view.events().forEach(event -> families.computeIfAbsent(event, ignored -> new EnumMap<>(Role.class))
                .computeIfAbsent(role, ignored -> new ArrayList<>())
                .add(view));
    }

    /** The views of an event that a role may read, if need be after consent, widest first. */
    public List<View> family(EventType event, Role role) {
        return families.getOrDefault(event, Map.of()).getOrDefault(role, List.of());
    }

    /** The categories of a view that this role sees only with consent; empty also for a view that is not for it. */
    public Set<Category> needs(View view, Role role) {
        return needs(view.name(), role);
    }

    public Set<Category> needs(String view, Role role) {
        return needs.getOrDefault(role, Map.of()).getOrDefault(view, Set.of());
    }

    /** The widest view of an event that a role may read without anybody's consent. */
    public Optional<View> widest(EventType event, Role role) {
        return Optional.ofNullable(widest.getOrDefault(event, Map.of()).get(role));
    }

    /** Whether a role may read a view without anybody's consent. */
    public boolean mayRead(View view, Role role) {
        return readable.getOrDefault(role, Set.of()).contains(view.name());
    }

    /** Whether a role may read a view, if need be after consent. */
    public boolean mightRead(View view, Role role) {
        return needs.getOrDefault(role, Map.of()).containsKey(view.name());
    }

    /** Whether a role may know all that a view shows, without anybody's consent, be the view made for it or not. */
    public boolean mayHold(View view, Role role) {
        return holds(view, role, Entitlement.ALWAYS);
    }

    private boolean holds(View view, Role role, Entitlement atLeast) {
        return view.categories().stream()
                .allMatch(category -> entitlements.of(role, category, lineage).compareTo(atLeast) <= 0);
    }
}
