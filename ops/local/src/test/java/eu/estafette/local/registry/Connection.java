package eu.estafette.local.registry;

import java.util.Map;

/** Where a registry under test listens, and who may ask it. */
record Connection(String url, String userInfo) {

    /** As a serializer's configuration has them. */
    Map<String, String> keys() {
        return Map.of("schema.registry.url", url, "basic.auth.user.info", userInfo);
    }

    Connection through(Gate gate) {
        return new Connection(gate.url(), userInfo);
    }
}
