package eu.estafette.local.registry;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.Notice;
import eu.estafette.schemas.avro.GeneratedClasses;
import eu.estafette.schemas.registry.KnownSchemas;
import eu.estafette.schemas.registry.RegistryConfig;
import eu.estafette.schemas.registry.RegistryDeserializer;
import eu.estafette.schemas.registry.RegistrySerializer;
import io.apicurio.registry.serde.avro.AvroKafkaDeserializer;
import io.apicurio.registry.serde.avro.AvroKafkaSerializer;
import java.util.Map;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What we write, Apicurio's own serde reads, and the reverse: over one server, it through its own API, we through the Confluent one. Its
 * serializer registers nested records as schemas of their own, to which the outer one refers.
 */
@ExtendWith(ApicurioServer.Extension.class)
class ApicurioSerdeIT {

    private static final String TOPIC = "estafette.apicurio";

    private final ApicurioServer server;
    private final KnownSchemas known;

    ApicurioSerdeIT(ApicurioServer server) {
        // their serde makes our generated classes too, and may do so before ours
        GeneratedClasses.trust();
        this.server = server;
        this.known = new KnownSchemas(RegistryConfig.of(server.connection().keys()));
    }

    @AfterEach
    void disconnect() {
        known.close();
    }

    @Test
    void apicurioReadsWhatWeWrite() {
        // Given
        Serializer<Notice> ours = new RegistrySerializer<>(known);
        byte[] bytes = ours.serialize(TOPIC, Messages.notice());

        try (var theirs = new AvroKafkaDeserializer<Notice>()) {
            theirs.configure(keys(), false);

            // When
            Notice read = theirs.deserialize(TOPIC, bytes);

            // Then
            assertThat(read).isEqualTo(Messages.notice());
        }
    }

    @Test
    void weReadWhatApicurioWrites() {
        // Given
        byte[] bytes;
        try (var theirs = new AvroKafkaSerializer<Notice>()) {
            theirs.configure(keys(), false);
            bytes = theirs.serialize(TOPIC + ".theirs", Messages.notice());
        }

        // When
        Deserializer<Notice> ours = new RegistryDeserializer<>(known, Notice.class);

        // Then
        assertThat(ours.deserialize(TOPIC + ".theirs", bytes)).isEqualTo(Messages.notice());
    }

    private Map<String, Object> keys() {
        return Map.of(
                "apicurio.registry.url",
                server.ownUrl(),
                "apicurio.registry.auth.username",
                ApicurioServer.USER,
                "apicurio.registry.auth.password",
                ApicurioServer.PASSWORD,
                "apicurio.registry.auto-register",
                true,
                "apicurio.registry.use-specific-avro-reader",
                true);
    }
}
