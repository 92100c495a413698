package eu.estafette.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.schemas.registry.RegistryException.Fault;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RegistryDeserializerTest {

    private static final String TOPIC = "estafette.journal";

    private final FakeRegistry registry = new FakeRegistry();
    private final KnownSchemas known =
            new KnownSchemas(RegistryConfig.of(Map.of("schema.registry.url", registry.url())));
    private final Serializer<SpecificRecord> serializer = new RegistrySerializer<>(known);
    private final Deserializer<JournalEntry> deserializer = new RegistryDeserializer<>(known, JournalEntry.class);
    private final JournalEntry entry = JournalEntry.newBuilder()
            .setKind("ACCEPTED")
            .setAt(Instant.parse("2026-03-02T08:15:00.123456Z"))
            .setParty("gemeente-utrecht")
            .build();

    @AfterEach
    void stop() {
        known.close();
        registry.close();
    }

    @Test
    void bytesOfAnotherFormatAreRefused() {
        for (byte[] bytes : List.of(new byte[0], new byte[] {0, 0, 0, 1}, new byte[] {7, 0, 0, 0, 1, 2})) {
            // When / Then
            assertThatThrownBy(() -> deserializer.deserialize(TOPIC, bytes))
                    .isInstanceOf(SerializationException.class)
                    .hasMessageContaining("topic " + TOPIC)
                    .extracting(e -> ((RegistryException) e).fault())
                    .isEqualTo(Fault.UNREADABLE);
        }
    }

    @Test
    void aDamagedRecordIsRefusedWithItsId() {
        // Given
        byte[] whole = serializer.serialize(TOPIC, entry);
        byte[] cut = Arrays.copyOf(whole, whole.length - 3);
        byte[] longer = Arrays.copyOf(whole, whole.length + 1);

        for (byte[] bytes : List.of(cut, longer)) {
            // When / Then
            assertThatThrownBy(() -> deserializer.deserialize(TOPIC, bytes))
                    .hasMessageContaining("schema id 1")
                    .extracting(e -> ((RegistryException) e).fault())
                    .isEqualTo(Fault.UNREADABLE);
        }
    }

    @Test
    void whatAnOlderVersionWroteIsReadWithDefaults() {
        // Given a version of JournalEntry that had only the fields without default
        Schema older = Schema.createRecord(
                "JournalEntry",
                null,
                "eu.estafette.contract.message",
                false,
                JournalEntry.getClassSchema().getFields().stream()
                        .filter(field -> !field.hasDefaultValue())
                        .map(field -> new Schema.Field(field, field.schema()))
                        .toList());
        var old = new GenericData.Record(older);
        old.put("kind", "SENT");
        old.put("at", 1_000_000L);
        old.put("party", "hub");
        byte[] bytes = new RegistrySerializer<IndexedRecord>(known).serialize(TOPIC, old);

        // When
        JournalEntry read = deserializer.deserialize(TOPIC, bytes);

        // Then
        assertThat(read.getKind()).isEqualTo("SENT");
        assertThat(read.getAt()).isEqualTo(Instant.ofEpochSecond(1));
        assertThat(read.getRules()).isEmpty();
    }
}
