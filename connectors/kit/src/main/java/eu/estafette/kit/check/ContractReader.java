package eu.estafette.kit.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads JSON by an Avro contract. Avro's own JSON decoder stops at the first fault and knows no dates as people write them; this one names
 * every fault with its path and goes on, leaving the field empty. A record is only of use when its {@link Findings} are empty.
 */
final class ContractReader {

    /** One of five ways in which partners write that something has no end. */
    private static final String NO_END = "9999-12-31";

    private final TextRules texts;
    private final Findings findings;
    private final ScalarReader scalars;

    ContractReader(TextRules texts, Findings findings) {
        this.texts = texts;
        this.findings = findings;
        scalars = new ScalarReader(findings);
    }

    /** The fields of a contract that an object holds; other fields of the object are left to the caller. */
    GenericRecord fields(Schema contract, ObjectNode json, String path, boolean demanding) {
        GenericRecord record = new GenericData.Record(contract);
        for (Field field : contract.getFields()) {
            JsonNode node = json.path(field.name());
            String at = path + "." + field.name();
            Schema type = branch(field.schema());
            if (node.isMissingNode() || node.isNull() || isNoEnd(field, type, node)) {
                if (demanding && isRequired(field)) {
                    findings.field("required", at, "is missing");
                }
            } else {
                record.put(field.pos(), value(contract, field, type, node, at));
            }
        }
        return record;
    }

    /** Names every field of an object that is not among the known ones. */
    void refuseOthers(ObjectNode json, Set<String> known, String path) {
        json.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                String names = known.stream().sorted().collect(Collectors.joining(", "));
                findings.field("unknownField", path + "." + name, "is no field here; known are " + names);
            }
        });
    }

    private @Nullable Object value(Schema record, Field field, Schema type, JsonNode node, String path) {
        return switch (type.getType()) {
            case RECORD -> nested(type, node, path);
            case ARRAY -> list(record, field, type, node, path);
            case STRING -> text(record, field, node, path);
            default -> scalars.read(type, node, path);
        };
    }

    private @Nullable Object nested(Schema type, JsonNode node, String path) {
        if (!(node instanceof ObjectNode json)) {
            return scalars.wrongType(node, path, "an object with " + String.join(", ", names(type)));
        }
        refuseOthers(json, names(type), path);
        return fields(type, json, path, true);
    }

    private @Nullable Object list(Schema record, Field field, Schema type, JsonNode node, String path) {
        if (!node.isArray()) {
            return scalars.wrongType(node, path, "a list");
        }
        if (node.isEmpty() && isRequired(field)) {
            findings.field("required", path, "is an empty list");
        }
        List<@Nullable Object> items = new ArrayList<>();
        for (JsonNode item : node) {
            String at = path + "[" + items.size() + "]";
            items.add(value(record, field, type.getElementType(), item, at));
        }
        return items;
    }

    private @Nullable Object text(Schema record, Field field, JsonNode node, String path) {
        if (!node.isTextual()) {
            return scalars.wrongType(node, path, "text in quotes");
        }
        String text = node.textValue();
        texts.faultOf(record, field, text).ifPresent(fault -> {
            if (isPersonal(field)) {
                findings.field(fault.code(), path, fault.detail());
            } else {
                findings.field(fault.code(), path, text, fault.detail());
            }
        });
        return text;
    }

    static boolean isRequired(Field field) {
        return Boolean.TRUE.equals(field.getObjectProp("required"))
                || (!field.schema().isNullable() && !field.hasDefaultValue());
    }

    private static boolean isPersonal(Field field) {
        return "IDENTITY".equals(field.getProp("category"));
    }

    private static boolean isNoEnd(Field field, Schema type, JsonNode node) {
        return ScalarReader.isDate(type) && !isRequired(field) && NO_END.equals(node.textValue());
    }

    static Set<String> names(Schema type) {
        return type.getFields().stream().map(Field::name).collect(Collectors.toUnmodifiableSet());
    }

    private static Schema branch(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : schema;
    }
}
