package eu.estafette.schemas;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;

/** Records in which every field has a value, each string and number telling the field it stands in. */
final class Samples {

    private Samples() {}

    static GenericRecord full(Contract contract) {
        return (GenericRecord) value(contract.schema(), "");
    }

    /** The text that marks a string field: nothing else in a sample contains it. */
    static String mark(String field) {
        return "<" + field + ">";
    }

    private static Object value(Schema schema, String path) {
        LogicalType logical = schema.getLogicalType();
        if (logical != null) {
            return logical(logical.getName(), path);
        }
        return switch (schema.getType()) {
            case RECORD -> {
                var record = new GenericData.Record(schema);
                schema.getFields()
                        .forEach(field -> record.put(field.pos(), value(field.schema(), path + mark(field.name()))));
                yield record;
            }
            case ARRAY ->
                List.of(
                        value(schema.getElementType(), path + mark("0")),
                        value(schema.getElementType(), path + mark("1")));
            case UNION -> value(schema.getTypes().getLast(), path);
            case STRING -> path;
            case INT -> path.hashCode();
            case BOOLEAN -> true;
            default -> throw new AssertionError("no contract has a " + schema);
        };
    }

    private static Object logical(String type, String path) {
        int number = Math.floorMod(path.hashCode(), 10_000);
        return switch (type) {
            case "date" -> LocalDate.of(2026, 1, 1).plusDays(number);
            case "timestamp-micros" -> Instant.parse("2026-01-01T08:00:00Z").plus(number, ChronoUnit.MINUTES);
            case "decimal" -> BigDecimal.valueOf(number, 4);
            default -> throw new AssertionError("no contract has a " + type);
        };
    }
}
