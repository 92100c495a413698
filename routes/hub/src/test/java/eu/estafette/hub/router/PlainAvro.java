package eu.estafette.hub.router;

import eu.estafette.schemas.avro.GeneratedClasses;
import eu.estafette.schemas.avro.Readers;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** A wire format without a registry: the class's name, a zero byte, the record. */
public final class PlainAvro implements Serializer<SpecificRecord>, Deserializer<SpecificRecord> {

    static {
        GeneratedClasses.trust();
    }

    @Override
    public byte[] serialize(String topic, SpecificRecord record) {
        try (var out = new ByteArrayOutputStream()) {
            out.write(record.getClass().getName().getBytes(StandardCharsets.UTF_8));
            out.write(0);
            var encoder = EncoderFactory.get().binaryEncoder(out, null);
            new SpecificDatumWriter<>(record.getSchema()).write(record, encoder);
            encoder.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public SpecificRecord deserialize(String topic, byte[] bytes) {
        int end = 0;
        while (bytes[end] != 0) {
            end++;
        }
        try {
            Class<?> type = Class.forName(new String(bytes, 0, end, StandardCharsets.UTF_8));
            byte[] body = Arrays.copyOfRange(bytes, end + 1, bytes.length);
            Schema schema = SpecificData.get().getSchema(type);
            return Readers.<SpecificRecord>ofSpecific(schema, schema)
                    .read(null, DecoderFactory.get().binaryDecoder(body, null));
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalArgumentException("not a record of ours", e);
        }
    }

    @Override
    public void configure(java.util.Map<String, ?> configs, boolean isKey) {}

    @Override
    public void close() {}
}
