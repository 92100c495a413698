package eu.estafette.schemas;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;

/**
 * Which fields of a contract are protected: those of a protected category, at any depth. Derives the schema of a record's sealed part:
 * the same record with only its protected fields and what leads to them.
 */
final class Protection {

    static final String CATEGORY = "category";
    static final Set<String> CATEGORIES =
            Set.of("IDENTITY", "CONTACT", "SIGNAL_CONTENT", "HEALTH", "LOCATION", "FREE_TEXT");

    private final Map<String, Optional<Schema>> derived = new HashMap<>();

    private Protection() {}

    static boolean isProtected(Schema.Field field) {
        String category = field.getProp(CATEGORY);
        return category != null && CATEGORIES.contains(category);
    }

    /** Empty where the record has no protected field. */
    static Optional<Schema> sealedPartOf(Schema record) {
        return new Protection().derive(record);
    }

    private Optional<Schema> derive(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> {
                Optional<Schema> known = derived.get(schema.getFullName());
                if (known == null) {
                    known = deriveRecord(schema);
                    derived.put(schema.getFullName(), known);
                }
                yield known;
            }
            case ARRAY -> derive(schema.getElementType()).map(Schema::createArray);
            case MAP -> only(derive(schema.getValueType()).isEmpty(), Optional.empty(), schema);
            case UNION -> deriveUnion(schema);
            default -> Optional.empty();
        };
    }

    private Optional<Schema> deriveRecord(Schema record) {
        List<Schema.Field> kept = record.getFields().stream()
                .flatMap(field -> (isProtected(field) ? Optional.of(field.schema()) : derive(field.schema()))
                        .map(schema -> keep(field, schema)).stream())
                .toList();
        return kept.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        Schema.createRecord(record.getName(), record.getDoc(), record.getNamespace(), false, kept));
    }

    private static Schema.Field keep(Schema.Field field, Schema schema) {
        Object none = schema.isNullable() ? JsonProperties.NULL_VALUE : null;
        var kept = new Schema.Field(field.name(), schema, field.doc(), none);
        kept.putAll(field);
        return kept;
    }

    private Optional<Schema> deriveUnion(Schema union) {
        List<Schema> types = union.getTypes().stream()
                .filter(branch -> branch.getType() != Schema.Type.NULL)
                .toList();
        if (types.stream().allMatch(type -> derive(type).isEmpty())) {
            return Optional.empty();
        }
        Optional<Schema> part =
                derive(types.getFirst()).map(branch -> Schema.createUnion(Schema.create(Schema.Type.NULL), branch));
        return only(types.size() == 1, part, union);
    }

    private static Optional<Schema> only(boolean supported, Optional<Schema> part, Schema schema) {
        if (!supported) {
            throw new IllegalArgumentException(
                    "Protected fields may stand in records, lists of records and optional ones, not in " + schema);
        }
        return part;
    }
}
