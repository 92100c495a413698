package eu.estafette.kit.notice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.IndexedRecord;

/**
 * Avro records as partners read them: a field without a value is left out, dates and timestamps are ISO 8601 (timestamps in UTC), decimals
 * are numbers without trailing zeros. Members stand in the order of the schema.
 */
final class AvroJson {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private AvroJson() {}

    /** @param logical types stand in the record as {@code LocalDate}, {@code Instant} and {@code BigDecimal} */
    static ObjectNode of(GenericRecord record) {
        return object(record);
    }

    private static ObjectNode object(IndexedRecord record) {
        ObjectNode object = JSON.objectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            Object value = record.get(field.pos());
            if (value != null) {
                object.set(field.name(), json(value));
            }
        }
        return object;
    }

    private static JsonNode json(Object value) {
        return switch (value) {
            case IndexedRecord record -> object(record);
            case Collection<?> list -> array(list);
            case CharSequence text -> JSON.textNode(text.toString());
            case LocalDate date -> JSON.textNode(date.toString());
            case Instant moment -> JSON.textNode(moment.toString());
            case BigDecimal number -> DecimalNode.valueOf(plain(number));
            case Integer number -> JSON.numberNode(number);
            case Long number -> JSON.numberNode(number);
            case Boolean truth -> JSON.booleanNode(truth);
            default ->
                throw new IllegalArgumentException(
                        "no contract has a field of " + value.getClass().getName() + "; its JSON form is not decided");
        };
    }

    private static ArrayNode array(Collection<?> list) {
        ArrayNode array = JSON.arrayNode(list.size());
        list.forEach(element -> array.add(json(element)));
        return array;
    }

    /** 32.5000 as 32.5 and 100.0000 as 100, not as 1E+2. */
    private static BigDecimal plain(BigDecimal number) {
        BigDecimal shortest = number.stripTrailingZeros();
        return shortest.scale() < 0 ? shortest.setScale(0) : shortest;
    }
}
