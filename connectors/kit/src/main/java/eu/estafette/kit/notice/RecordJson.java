package eu.estafette.kit.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.util.Collection;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;

/**
 * A contract's record as JSON, the way partners post it: fields by name in the contract's order, days and moments as ISO 8601 text,
 * decimals as numbers without trailing zeros. A field without a value is left out.
 */
final class RecordJson {

    private RecordJson() {}

    static ObjectNode of(GenericRecord record) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (value != null) {
                json.set(field.name(), json(value));
            }
        }
        return json;
    }

    private static JsonNode json(Object value) {
        return switch (value) {
            case GenericRecord record -> of(record);
            case Collection<?> values -> array(values);
            case Boolean flag -> BooleanNode.valueOf(flag);
            case Integer number -> IntNode.valueOf(number);
            case Long number -> LongNode.valueOf(number);
            case BigDecimal number -> DecimalNode.valueOf(plain(number));
            // text, LocalDate and Instant, whose text is ISO 8601
            default -> TextNode.valueOf(value.toString());
        };
    }

    private static ArrayNode array(Collection<?> values) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        values.forEach(value -> array.add(json(value)));
        return array;
    }

    /** 16.0000 is 16, and 40.0000 is not 4E+1. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
