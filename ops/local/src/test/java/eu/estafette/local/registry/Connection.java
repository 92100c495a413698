package eu.estafette.local.registry;

import eu.estafette.schemas.registry.RegistryClient;
import eu.estafette.schemas.registry.RegistryConfig;
import java.util.Map;

/** Where a registry under test listens, and who may ask it. */
record Connection(String url, String userInfo) {

    /** As a serializer's configuration has them. */
    Map<String, String> keys() {
        return Map.of("schema.registry.url", url, "basic.auth.user.info", userInfo);
    }

    RegistryClient connect() {
        return new RegistryClient(RegistryConfig.of(keys()));
    }

    Connection through(Gate gate) {
        return new Connection(gate.url(), userInfo);
    }
}
