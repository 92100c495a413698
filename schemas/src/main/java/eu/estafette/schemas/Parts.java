package eu.estafette.schemas;

import eu.estafette.schemas.avro.Readers;
import java.io.IOException;
import java.util.Collection;
import java.util.Iterator;
import java.util.Optional;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.apache.avro.io.DatumWriter;
import org.apache.avro.io.Encoder;
import org.jspecify.annotations.Nullable;

/**
 * How the records of one contract are written in two parts. Thread-safe.
 *
 * @param open   writes the whole record, its protected fields null
 * @param sealed the part with the protected fields; absent where the contract has none
 */
record Parts(DatumWriter<GenericRecord> open, Optional<SealedPart> sealed) {

    static Parts of(Schema contract) {
        return new Parts(
                new OpenWriter(contract), Protection.sealedPartOf(contract).map(SealedPart::new));
    }

    record SealedPart(Schema schema, DatumWriter<GenericRecord> writer) {

        SealedPart(Schema schema) {
            this(schema, new SealedWriter(schema));
        }

        /** Whether the record has anything to seal. */
        boolean isIn(GenericRecord record) {
            return holdsAny(schema, record);
        }

        /** Puts the protected fields back where the open part has null. */
        void mergeInto(GenericRecord open, GenericRecord sealed) {
            merge(schema, open, sealed);
        }
    }

    private static boolean holdsAny(Schema sealed, GenericRecord record) {
        return sealed.getFields().stream().anyMatch(field -> {
            Object value = record.get(field.name());
            return value != null && (Protection.isProtected(field) || holdsAnyWithin(value, field.schema()));
        });
    }

    private static boolean holdsAnyWithin(Object value, Schema sealed) {
        return switch (value) {
            case GenericRecord record -> holdsAny(present(sealed), record);
            case Collection<?> list ->
                list.stream()
                        .anyMatch(element ->
                                holdsAnyWithin(element, present(sealed).getElementType()));
            default -> false;
        };
    }

    private static void merge(Schema schema, GenericRecord open, GenericRecord sealed) {
        for (Schema.Field field : schema.getFields()) {
            Object value = sealed.get(field.pos());
            if (value == null) {
                continue;
            }
            if (Protection.isProtected(field)) {
                open.put(field.name(), value);
            } else {
                mergeWithin(field.schema(), open.get(field.name()), value);
            }
        }
    }

    private static void mergeWithin(Schema schema, @Nullable Object open, Object sealed) {
        Schema type = present(schema);
        if (open instanceof GenericRecord into && sealed instanceof GenericRecord from) {
            merge(type, into, from);
        } else if (open instanceof Collection<?> into
                && sealed instanceof Collection<?> from
                && into.size() == from.size()) {
            Iterator<?> each = into.iterator();
            from.forEach(element -> mergeWithin(type.getElementType(), each.next(), element));
        } else {
            throw new AvroRuntimeException("the sealed part does not belong to the open part");
        }
    }

    private static Schema present(Schema schema) {
        return schema.getType() == Schema.Type.UNION
                ? schema.getTypes().stream()
                        .filter(branch -> branch.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : schema;
    }

    private static final class OpenWriter extends Readers.ValueWriter {
        private OpenWriter(Schema contract) {
            super(contract);
        }

        @Override
        @SuppressWarnings("NullAway") // null is the value written
        protected void writeField(Object datum, Schema.Field field, Encoder out, Object state) throws IOException {
            if (Protection.isProtected(field)) {
                write(field.schema(), null, out);
            } else {
                super.writeField(datum, field, out, state);
            }
        }
    }

    /** Finds fields by name, because the record has more of them than the sealed part. */
    private static final class SealedWriter extends Readers.ValueWriter {
        private SealedWriter(Schema sealed) {
            super(sealed);
        }

        @Override
        protected void writeField(Object datum, Schema.Field field, Encoder out, Object state) throws IOException {
            var record = (IndexedRecord) datum;
            write(
                    field.schema(),
                    record.get(record.getSchema().getField(field.name()).pos()),
                    out);
        }
    }
}
