package eu.estafette.schemas.registry;

import java.util.Map;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** What serializers and deserializers know: shared with others, or their own, made when Kafka configures them. */
final class Configured {

    private @Nullable KnownSchemas schemas;
    private boolean own;
    private boolean isKey;

    Configured() {}

    Configured(KnownSchemas shared) {
        schemas = shared;
    }

    void configure(Map<String, ?> configs, boolean isKey) {
        this.isKey = isKey;
        if (schemas == null) {
            schemas = new KnownSchemas(RegistryConfig.of(configs));
            own = true;
        }
    }

    KnownSchemas schemas() {
        if (schemas == null) {
            throw new IllegalStateException(
                    "Not configured: call configure() first, or give KnownSchemas to the constructor.");
        }
        return schemas;
    }

    String subject(String topic, Schema schema) {
        RegistryConfig config = schemas().config();
        return (isKey ? config.keyNaming() : config.naming()).subject(topic, isKey, schema);
    }

    void close() {
        if (own && schemas != null) {
            schemas.close();
        }
    }
}
