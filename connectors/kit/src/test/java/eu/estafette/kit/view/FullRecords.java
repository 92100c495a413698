package eu.estafette.kit.view;

import eu.estafette.schemas.Contract;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Records in which every field has a value. */
final class FullRecords {

    private FullRecords() {}

    static GenericRecord of(Contract contract) {
        return (GenericRecord) value(contract.schema());
    }

    private static Object value(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        if (logical != null) {
            return logical(logical.getName());
        }
        return switch (schema.getType()) {
            case RECORD -> {
                var record = new GenericData.Record(schema);
                schema.getFields().forEach(field -> record.put(field.pos(), value(field.schema())));
                yield record;
            }
            case ARRAY -> List.of(value(schema.getElementType()));
            case UNION -> value(schema.getTypes().getLast());
            case STRING -> "text";
            case INT -> 1;
            case BOOLEAN -> true;
            default -> throw new AssertionError("no contract has a " + schema);
        };
    }

    private static Object logical(String type) {
        return switch (type) {
            case "date" -> LocalDate.of(2026, 1, 1);
            case "timestamp-micros" -> Instant.parse("2026-01-01T08:00:00Z");
            case "decimal" -> BigDecimal.valueOf(1, 4);
            default -> throw new AssertionError("no contract has a " + type);
        };
    }
}
