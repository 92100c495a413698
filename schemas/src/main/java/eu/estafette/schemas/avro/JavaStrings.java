package eu.estafette.schemas.avro;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;

/**
 * Avro's Java-only mark {@code avro.java.string}, by which strings are read as {@code String} instead of {@code Utf8}. We want it in
 * this JVM, and not in a registry, where others read the schema.
 */
public final class JavaStrings {

    private static final String MARK = "avro.java.string";
    private static final ObjectMapper JSON = new ObjectMapper();

    private JavaStrings() {}

    /** The same schema object, its strings marked. */
    public static Schema in(Schema schema) {
        mark(schema, Collections.newSetFromMap(new IdentityHashMap<>()));
        return schema;
    }

    /** An equal schema without the mark, as it goes into a registry. */
    public static Schema without(Schema schema) {
        try {
            JsonNode tree = JSON.readTree(schema.toString());
            strip(tree);
            return new Schema.Parser().parse(JSON.writeValueAsString(tree));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Avro gave a schema that is not JSON: " + schema.getFullName(), e);
        }
    }

    private static void mark(Schema schema, Set<Schema> done) {
        if (!done.add(schema)) {
            return;
        }
        switch (schema.getType()) {
            case STRING -> {
                if (schema.getProp(MARK) == null) {
                    GenericData.setStringType(schema, GenericData.StringType.String);
                }
            }
            case RECORD -> schema.getFields().forEach(field -> mark(field.schema(), done));
            case ARRAY -> mark(schema.getElementType(), done);
            case MAP -> mark(schema.getValueType(), done);
            case UNION -> schema.getTypes().forEach(branch -> mark(branch, done));
            default -> {}
        }
    }

    private static void strip(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove(MARK);
        }
        node.forEach(JavaStrings::strip);
    }
}
