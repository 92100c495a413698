package eu.estafette.schemas.registry;

import eu.estafette.schemas.avro.AvroBytes;
import eu.estafette.schemas.avro.Readers;
import eu.estafette.schemas.registry.RegistryException.Fault;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Writes Avro records, generated or generic, in the registries' common wire format. Null stays null, a tombstone. Thread-safe, as a
 * producer's threads share it. Kafka makes and configures it by class name ({@link RegistryConfig} has the keys); code that shares
 * what it knows between several gives it {@link KnownSchemas}, which it then does not close.
 */
public final class RegistrySerializer<T extends IndexedRecord> implements Serializer<T> {

    private final Map<Schema, DatumWriter<T>> generated = new ConcurrentHashMap<>();
    private final Map<Schema, DatumWriter<T>> generic = new ConcurrentHashMap<>();
    private final Configured known;

    public RegistrySerializer() {
        known = new Configured();
    }

    /** Of values. */
    public RegistrySerializer(KnownSchemas shared) {
        known = new Configured(shared);
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        known.configure(configs, isKey);
    }

    /**
     * @throws RegistryException {@link Fault#UNREADABLE} if the record does not fit its own schema, else as {@link KnownSchemas#idOf}
     */
    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T record) {
        if (record == null) {
            return null;
        }
        Schema schema = record.getSchema();
        int id = known.schemas().idOf(known.subject(topic, schema), schema);
        try {
            return AvroBytes.encode(record, writer(record, schema), WireFormat.header(id));
        } catch (AvroRuntimeException | ClassCastException | NullPointerException e) {
            // what Avro throws for a value of the wrong type or a missing one; its message names the field
            throw new RegistryException(
                    Fault.UNREADABLE,
                    "A record for topic " + topic + " does not fit its schema " + schema.getFullName() + ": "
                            + e.getMessage() + "; it is not sent.",
                    e);
        }
    }

    @SuppressWarnings("unchecked")
    private DatumWriter<T> writer(T record, Schema schema) {
        return record instanceof SpecificRecord
                ? generated.computeIfAbsent(
                        schema, one -> new SpecificDatumWriter<>(one, SpecificData.getForClass(record.getClass())))
                : generic.computeIfAbsent(schema, one -> (DatumWriter<T>) new Readers.ValueWriter(one));
    }

    @Override
    public void close() {
        known.close();
    }
}
