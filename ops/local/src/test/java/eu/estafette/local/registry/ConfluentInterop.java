package eu.estafette.local.registry;

import static org.assertj.core.api.Assertions.assertThat;

import eu.estafette.contract.message.Notice;
import eu.estafette.schemas.avro.JavaStrings;
import eu.estafette.schemas.registry.KnownSchemas;
import eu.estafette.schemas.registry.RegistryConfig;
import eu.estafette.schemas.registry.RegistryDeserializer;
import eu.estafette.schemas.registry.RegistrySerializer;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.flink.avro.registry.confluent.shaded.io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import org.apache.flink.avro.shaded.org.apache.avro.Schema;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumReader;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericDatumWriter;
import org.apache.flink.avro.shaded.org.apache.avro.generic.GenericRecord;
import org.apache.flink.avro.shaded.org.apache.avro.io.DecoderFactory;
import org.apache.flink.avro.shaded.org.apache.avro.io.EncoderFactory;
import org.apache.flink.formats.avro.registry.confluent.ConfluentSchemaRegistryCoder;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;
import org.junit.jupiter.api.Test;

/**
 * What we write, Confluent's own client reads, and the reverse. The client is the one that Apache Flink carries under other package names;
 * the wire format around it is Flink's, written for Confluent's.
 */
interface ConfluentInterop {

    String TOPIC = "estafette.lane.jobcoach-noord";
    String SUBJECT = "eu.estafette.contract.message.Notice";

    Connection connection();

    @Test
    default void confluentReadsWhatWeWrite() throws IOException {
        // Given
        Notice notice = Messages.notice();
        byte[] bytes;
        try (var known = known()) {
            Serializer<Notice> ours = new RegistrySerializer<>(known);
            bytes = ours.serialize(TOPIC, notice);
        }

        // When
        var in = new ByteArrayInputStream(bytes);
        Schema schema = coder().readSchema(in);
        GenericRecord read = new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(in, null));

        // Then
        assertThat(schema.toString())
                .isEqualTo(JavaStrings.without(Notice.getClassSchema()).toString());
        assertThat(read.get("noticeId")).hasToString("N1-TEST");
        assertThat(read.get("createdAt")).isEqualTo(1_772_439_300_123_456L);
        assertThat(((GenericRecord) read.get("event")).get("businessKey")).hasToString("REF-2026-0017");
        assertThat(((GenericRecord) ((GenericRecord) read.get("payload")).get("sealed")).get("bytes"))
                .isEqualTo(notice.getPayload().getSealed().getBytes());
    }

    @Test
    default void weReadWhatConfluentWrites() throws IOException {
        // Given a record as Confluent's side holds it, with the schema as it stands in our contracts
        Notice notice = Messages.notice();
        Schema schema = new Schema.Parser()
                .parse(JavaStrings.without(Notice.getClassSchema()).toString());
        GenericRecord record = new GenericDatumReader<GenericRecord>(schema)
                .read(null, DecoderFactory.get().binaryDecoder(body(notice), null));

        // When
        var out = new ByteArrayOutputStream();
        coder().writeSchema(schema, out);
        var encoder = EncoderFactory.get().binaryEncoder(out, null);
        new GenericDatumWriter<GenericRecord>(schema).write(record, encoder);
        encoder.flush();

        // Then
        try (var known = known()) {
            Deserializer<Notice> ours = new RegistryDeserializer<>(known, Notice.class);
            assertThat(ours.deserialize(TOPIC, out.toByteArray())).isEqualTo(notice);
        }
    }

    @Test
    default void bothGiveOneSchemaOneId() throws Exception {
        // Given
        Schema schema = new Schema.Parser()
                .parse(JavaStrings.without(Notice.getClassSchema()).toString());

        try (var known = known()) {
            // When
            int theirs = client().register(SUBJECT, schema);
            int ours = known.idOf(SUBJECT, Notice.getClassSchema());

            // Then
            assertThat(theirs).isEqualTo(ours);
            assertThat(client().getById(ours)).isEqualTo(schema);
            assertThat(client().testCompatibility(SUBJECT, schema)).isTrue();
            assertThat(client().getLatestSchemaMetadata(SUBJECT).getId()).isEqualTo(ours);
        }
    }

    private KnownSchemas known() {
        Map<String, String> keys = new HashMap<>(connection().keys());
        keys.put("value.subject.name.strategy", "RecordNameStrategy");
        return new KnownSchemas(RegistryConfig.of(keys));
    }

    private ConfluentSchemaRegistryCoder coder() {
        return new ConfluentSchemaRegistryCoder(SUBJECT, client());
    }

    private CachedSchemaRegistryClient client() {
        return new CachedSchemaRegistryClient(
                connection().url(),
                100,
                Map.of(
                        "basic.auth.credentials.source",
                        "USER_INFO",
                        "basic.auth.user.info",
                        connection().userInfo()));
    }

    private static byte[] body(Notice notice) throws IOException {
        var out = new ByteArrayOutputStream();
        var encoder = org.apache.avro.io.EncoderFactory.get().binaryEncoder(out, null);
        new SpecificDatumWriter<>(Notice.class).write(notice, encoder);
        encoder.flush();
        return out.toByteArray();
    }
}
