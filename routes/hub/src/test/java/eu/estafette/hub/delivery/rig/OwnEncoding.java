package eu.estafette.hub.delivery.rig;

import eu.estafette.contract.message.JournalSeal;
import eu.estafette.contract.message.LaneCommand;
import eu.estafette.contract.message.Notice;
import eu.estafette.schemas.avro.AvroBytes;
import eu.estafette.schemas.avro.Readers;
import java.nio.ByteBuffer;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serializer;

/** Avro behind one byte that says so; needs no registry. */
public final class OwnEncoding implements Serializer<SpecificRecord> {

    private static final byte MAGIC = 42;

    @Override
    public byte[] serialize(String topic, SpecificRecord record) {
        var writer = new SpecificDatumWriter<SpecificRecord>(
                record.getSchema(), SpecificData.getForClass(record.getClass()));
        return AvroBytes.encode(record, writer, MAGIC);
    }

    public static Deserializer<Notice> notices() {
        return (topic, bytes) -> decode(Notice.getClassSchema(), bytes);
    }

    public static JournalSeal seal(byte[] bytes) {
        return decode(JournalSeal.getClassSchema(), bytes);
    }

    public static Deserializer<LaneCommand> commands() {
        return (topic, bytes) -> decode(LaneCommand.getClassSchema(), bytes);
    }

    public static <T> T decode(Schema schema, byte[] bytes) {
        if (bytes[0] != MAGIC) {
            throw new SerializationException("not one of our records");
        }
        try {
            return AvroBytes.decode(ByteBuffer.wrap(bytes, 1, bytes.length - 1), Readers.<T>ofSpecific(schema, schema));
        } catch (AvroRuntimeException e) {
            throw new SerializationException("not a record of this schema", e);
        }
    }
}
