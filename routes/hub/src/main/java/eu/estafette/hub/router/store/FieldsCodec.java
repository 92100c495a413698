package eu.estafette.hub.router.store;

import eu.estafette.domain.event.Code;
import eu.estafette.domain.event.Fields;
import eu.estafette.domain.party.PartyIdentifier;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * Between a contract's Avro record and the domain's {@link Fields}. Fields that the contract does not have are left out on the way to Avro:
 * an object knows more than any one of its events.
 */
public final class FieldsCodec {

    private FieldsCodec() {}

    public static Fields toFields(IndexedRecord record) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (value != null) {
                values.put(field.name(), toValue(value));
            }
        }
        return new Fields(values);
    }

    /** Required fields that are missing stay null; the encoder then says which. */
    public static GenericRecord toRecord(Schema schema, Fields fields) {
        var record = new GenericData.Record(schema);
        for (Schema.Field field : schema.getFields()) {
            Object value = fields.values().get(field.name());
            if (value != null) {
                record.put(field.pos(), toAvro(present(field.schema()), value));
            }
        }
        return record;
    }

    /** Dates, timestamps and decimals stand in the record as the JDK's own types already. */
    private static Object toValue(Object value) {
        return switch (value) {
            case Collection<?> items -> items.stream().map(FieldsCodec::toValue).toList();
            case IndexedRecord record -> toRecordValue(record);
            default -> value;
        };
    }

    private static Object toRecordValue(IndexedRecord record) {
        Fields fields = toFields(record);
        return switch (record.getSchema().getName()) {
            case "Coded" ->
                new Code(
                        fields.text("scheme").orElseThrow(), fields.text("code").orElseThrow(), fields.text("text"));
            case "Party" ->
                new PartyIdentifier(
                        fields.text("scheme").orElseThrow(),
                        fields.text("number").orElseThrow(),
                        fields.text("name"));
            default -> fields;
        };
    }

    private static Object toAvro(Schema schema, Object value) {
        return switch (value) {
            case BigDecimal number -> number.setScale(scale(schema), RoundingMode.HALF_UP);
            case List<?> items -> {
                List<Object> list = new ArrayList<>(items.size());
                items.forEach(item -> list.add(toAvro(schema.getElementType(), item)));
                yield list;
            }
            case Code code -> record(schema, "scheme", code.scheme(), "code", code.code(), "text", code.text());
            case PartyIdentifier party ->
                record(schema, "scheme", party.scheme(), "number", party.number(), "name", party.name());
            case Fields fields -> toRecord(schema, fields);
            default -> value;
        };
    }

    private static GenericRecord record(
            Schema schema,
            String name1,
            String value1,
            String name2,
            String value2,
            String name3,
            Optional<String> value3) {
        var record = new GenericData.Record(schema);
        record.put(name1, value1);
        record.put(name2, value2);
        record.put(name3, value3.orElse(null));
        return record;
    }

    /** The schema of a value that is there: of an optional field the branch that is not null. */
    private static Schema present(Schema schema) {
        return schema.isUnion() ? schema.getTypes().getLast() : schema;
    }

    private static int scale(Schema schema) {
        @Nullable LogicalType type = schema.getLogicalType();
        return type instanceof LogicalTypes.Decimal decimal ? decimal.getScale() : 0;
    }
}
