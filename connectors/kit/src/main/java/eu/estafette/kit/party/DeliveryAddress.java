package eu.estafette.kit.party;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a party, person or desk is reached.
 *
 * @param by       a connector's name, or {@code mailbox}
 * @param settings the connector's own keys; lists keep their order
 */
public record DeliveryAddress(String by, Map<String, List<String>> settings) {

    public static final String MAILBOX = "mailbox";

    /** Nothing is called; the party comes to look. */
    public static final DeliveryAddress OWN_MAILBOX = new DeliveryAddress(MAILBOX, Map.of());

    public DeliveryAddress {
        settings = Map.copyOf(settings);
    }

    /** Only the names of the settings: their values may be secrets. */
    @Override
    public String toString() {
        return by + settings.keySet();
    }

    public Optional<String> setting(String key) {
        return all(key).stream().findFirst();
    }

    public List<String> all(String key) {
        return settings.getOrDefault(key, List.of());
    }
}
