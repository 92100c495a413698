package eu.estafette.schemas.registry;

import eu.estafette.schemas.avro.AvroBytes;
import eu.estafette.schemas.avro.Readers;
import eu.estafette.schemas.registry.RegistryException.Fault;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Reads Avro records in the registries' common wire format, whatever version wrote them. Gives the class it was made for; else, by
 * {@code specific.avro.reader}, the generated class with the writer's name, or a generic record in the writer's schema with dates,
 * timestamps and decimals as Avro's numbers and bytes. Null stays null. Thread-safe.
 */
public final class RegistryDeserializer<T extends IndexedRecord> implements Deserializer<T> {

    private final Map<Integer, DatumReader<T>> readers = new ConcurrentHashMap<>();
    private final Configured known;
    private final Optional<Schema> target;

    public RegistryDeserializer() {
        this(new Configured(), Optional.empty());
    }

    /** Of values; as what they are read, the configuration says. */
    public RegistryDeserializer(KnownSchemas shared) {
        this(new Configured(shared), Optional.empty());
    }

    /** Of values, each read as {@code type}. */
    public RegistryDeserializer(KnownSchemas shared, Class<T> type) {
        this(new Configured(shared), Optional.of(SpecificData.get().getSchema(type)));
    }

    private RegistryDeserializer(Configured known, Optional<Schema> target) {
        this.known = known;
        this.target = target;
    }

    @Override
    public void configure(Map<String, ?> configs, boolean isKey) {
        known.configure(configs, isKey);
    }

    /**
     * @throws RegistryException {@link Fault#UNREADABLE} if the bytes are not in the wire format or not of the schema they name, else as
     *     {@link KnownSchemas#schemaOf}
     */
    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        return bytes == null ? null : read(topic, ByteBuffer.wrap(bytes));
    }

    private T read(String topic, ByteBuffer record) {
        int id = WireFormat.readId(record, topic);
        try {
            DatumReader<T> reader = readers.get(id);
            if (reader == null) {
                // asked outside of the map, which blocks its neighbours while it computes
                Schema writer = known.schemas().schemaOf(id);
                reader = readers.computeIfAbsent(id, same -> reader(writer));
            }
            return AvroBytes.decode(record, reader);
        } catch (AvroRuntimeException e) {
            throw new RegistryException(
                    Fault.UNREADABLE,
                    "A record of topic " + topic + " is not what its schema id " + id + " says: " + e.getMessage()
                            + "; it is not read and stays as it is.",
                    e);
        }
    }

    @SuppressWarnings("unchecked")
    private DatumReader<T> reader(Schema writer) {
        if (target.isPresent()) {
            return Readers.ofSpecific(writer, target.get());
        }
        return known.schemas().config().specific()
                ? Readers.ofSpecific(writer, generatedFor(writer))
                : (DatumReader<T>) (DatumReader<?>) Readers.ofRaw(writer, writer);
    }

    private static Schema generatedFor(Schema writer) {
        Class<?> type = SpecificData.get().getClass(writer);
        if (type == null || !IndexedRecord.class.isAssignableFrom(type)) {
            throw new RegistryException(
                    Fault.UNREADABLE,
                    "No generated class " + writer.getFullName() + " on the class path; set " + RegistryConfig.SPECIFIC
                            + "=false to read generic records. The record is not read and stays as it is.");
        }
        return SpecificData.get().getSchema(type);
    }

    @Override
    public void close() {
        known.close();
    }
}
