package eu.estafette.schemas.registry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import eu.estafette.contract.message.JournalEntry;
import eu.estafette.contract.message.Sealed;
import eu.estafette.schemas.avro.GeneratedClasses;
import eu.estafette.schemas.registry.RegistryException.Fault;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RegistrySerializerTest {

    private static final String TOPIC = "estafette.journal";

    static {
        // the builder copies generated records before any serializer is made
        GeneratedClasses.trust();
    }

    private final FakeRegistry registry = new FakeRegistry();
    private final JournalEntry entry = JournalEntry.newBuilder()
            .setKind("ACCEPTED")
            .setAt(Instant.parse("2026-03-02T08:15:00.123456Z"))
            .setParty("gemeente-utrecht")
            .setRules(List.of("NL-01", "NL-02"))
            .build();

    private KnownSchemas known;
    private Serializer<SpecificRecord> serializer;
    private Deserializer<JournalEntry> deserializer;

    @BeforeEach
    void connect() {
        known = new KnownSchemas(RegistryConfig.of(
                Map.of("schema.registry.url", registry.url(), "value.subject.name.strategy", "RecordName")));
        serializer = new RegistrySerializer<>(known);
        deserializer = new RegistryDeserializer<>(known, JournalEntry.class);
    }

    @AfterEach
    void stop() {
        known.close();
        registry.close();
    }

    @Test
    void aRecordFollowsAZeroByteAndItsSchemasId() {
        // When
        byte[] bytes = serializer.serialize(TOPIC, new Sealed(0, ByteBuffer.wrap(new byte[] {5, 6})));

        // Then
        assertThat(bytes).containsExactly(0, 0, 0, 0, 1, /* key */ 0, /* length */ 4, 5, 6);
        assertThat(registry.requests()).containsExactly("POST /subjects/eu.estafette.contract.message.Sealed/versions");
    }

    @Test
    void aGeneratedRecordComesBackAsItsClass() {
        // Given
        byte[] bytes = serializer.serialize(TOPIC, entry);

        // When
        JournalEntry read = deserializer.deserialize(TOPIC, bytes);

        // Then
        assertThat(read).isEqualTo(entry);
        assertThat(read.getAt()).isEqualTo(entry.getAt());
        assertThat(read.getParty()).isInstanceOf(String.class);
    }

    @Test
    void aRecordOfAnyOfOurMessagesComesBackAsTheClassOfItsName() {
        // Given
        Deserializer<SpecificRecord> any = new RegistryDeserializer<>();
        any.configure(Map.of("schema.registry.url", registry.url(), "specific.avro.reader", true), false);
        var sealed = new Sealed(0, ByteBuffer.wrap(new byte[] {5}));

        try (any) {
            // When / Then
            assertThat(any.deserialize(TOPIC, serializer.serialize(TOPIC, entry)))
                    .isEqualTo(entry);
            assertThat(any.deserialize(TOPIC, serializer.serialize(TOPIC, sealed)))
                    .isEqualTo(sealed);
        }
    }

    @Test
    void aGenericRecordComesBackInTheWritersSchema() {
        // Given
        Schema schema = SchemaBuilder.record("org.example.Meter")
                .fields()
                .requiredInt("value")
                .endRecord();
        GenericRecord meter = new GenericRecordBuilder(schema).set("value", 42).build();
        var keys = Map.of("schema.registry.url", registry.url());
        try (var writer = new RegistrySerializer<GenericRecord>();
                var reader = new RegistryDeserializer<GenericRecord>()) {
            writer.configure(keys, false);
            reader.configure(keys, false);

            // When
            GenericRecord read = reader.deserialize("meters", writer.serialize("meters", meter));

            // Then
            assertThat(read).isEqualTo(meter);
            assertThat(registry.requests().getFirst()).isEqualTo("POST /subjects/meters-value/versions");
        }
    }

    @Test
    void aTombstoneStaysOne() {
        assertThat(serializer.serialize(TOPIC, null)).isNull();
        assertThat(deserializer.deserialize(TOPIC, null)).isNull();
    }

    @Test
    void theHotPathAsksNothing() {
        // Given
        known.warmUp(Map.of("eu.estafette.contract.message.JournalEntry", JournalEntry.getClassSchema()));
        registry.close();

        // When many threads share one serializer, as a producer's do
        List<JournalEntry> read = IntStream.range(0, 5_000)
                .parallel()
                .mapToObj(i -> JournalEntry.newBuilder(entry).setAttempt(i).build())
                .map(one -> deserializer.deserialize(TOPIC, serializer.serialize(TOPIC, one)))
                .toList();

        // Then
        assertThat(read)
                .extracting(JournalEntry::getAttempt)
                .containsExactlyElementsOf(IntStream.range(0, 5_000).boxed().toList());
    }

    @Test
    void aRecordThatDoesNotFitItsSchemaIsNotSent() {
        // Given
        var incomplete = new JournalEntry();

        // When / Then
        assertThatThrownBy(() -> serializer.serialize(TOPIC, incomplete))
                .hasMessageContaining("kind")
                .hasMessageContaining("it is not sent")
                .extracting(e -> ((RegistryException) e).fault())
                .isEqualTo(Fault.UNREADABLE);
    }

    @Test
    void aSerializerThatNobodyConfiguredSaysSo() {
        assertThatThrownBy(() -> new RegistrySerializer<>().serialize(TOPIC, entry))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("configure()");
    }
}
