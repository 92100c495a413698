package eu.estafette.kit.notice;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Records in which every field has a value. */
final class FullRecords {

    private FullRecords() {}

    static GenericRecord of(Schema schema) {
        var record = new GenericData.Record(schema);
        schema.getFields().forEach(field -> record.put(field.pos(), value(field.schema())));
        return record;
    }

    private static Object value(Schema schema) {
        if (schema.getLogicalType() != null) {
            return switch (schema.getLogicalType().getName()) {
                case "date" -> LocalDate.of(2026, 3, 2);
                case "timestamp-micros" -> Instant.parse("2026-03-02T08:15:00Z");
                case "decimal" -> new BigDecimal("32.5000");
                default -> throw new AssertionError("no contract has a " + schema);
            };
        }
        return switch (schema.getType()) {
            case RECORD -> of(schema);
            case ARRAY -> List.of(value(schema.getElementType()));
            case UNION -> value(schema.getTypes().getLast());
            case STRING -> "text";
            case INT -> 7;
            case LONG -> 7L;
            case BOOLEAN -> true;
            default -> throw new AssertionError("no contract has a " + schema);
        };
    }
}
