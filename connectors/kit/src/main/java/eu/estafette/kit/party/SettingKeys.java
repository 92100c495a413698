package eu.estafette.kit.party;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** The settings that a connector's addresses may have: a mistyped one would otherwise be a setting that is not there. */
public final class SettingKeys {

    private final String connector;
    private final SortedSet<String> known;
    private final String instead;

    private SettingKeys(String connector, SortedSet<String> known, String instead) {
        this.connector = connector;
        this.known = Collections.unmodifiableSortedSet(known);
        this.instead = instead;
    }

    /** @param keys all of them together */
    @SafeVarargs
    public static SettingKeys of(String connector, Set<String>... keys) {
        SortedSet<String> known = new TreeSet<>();
        for (Set<String> some : keys) {
            known.addAll(some);
        }
        return new SettingKeys(connector, known, "");
    }

    /** @param instead where its settings stand */
    public static SettingKeys none(String connector, String instead) {
        return new SettingKeys(connector, new TreeSet<>(), instead);
    }

    /** One sentence for each setting that the connector does not know; repeats no value. */
    public List<String> faultsOf(DeliveryAddress address) {
        return address.settings().keySet().stream()
                .filter(key -> !known.contains(key))
                .sorted()
                .map(key -> "unknown key \"" + key + "\"; " + connector + " knows " + knows())
                .toList();
    }

    private String knows() {
        return known.isEmpty() ? "none here" + (instead.isEmpty() ? "" : ", " + instead) : String.join(", ", known);
    }
}
