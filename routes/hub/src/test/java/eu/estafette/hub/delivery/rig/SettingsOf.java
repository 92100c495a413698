package eu.estafette.hub.delivery.rig;

import eu.estafette.hub.delivery.DeliverySettings;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** Settings as Spring Boot binds them. */
public final class SettingsOf {

    private SettingsOf() {}

    /** @param keys without the prefix {@code estafette.delivery} */
    public static DeliverySettings map(Map<String, String> keys) {
        Map<String, String> full = new HashMap<>();
        keys.forEach((key, value) -> full.put("estafette.delivery." + key, value));
        return new Binder(new MapConfigurationPropertySource(full))
                .bindOrCreate("estafette.delivery", DeliverySettings.class);
    }
}
