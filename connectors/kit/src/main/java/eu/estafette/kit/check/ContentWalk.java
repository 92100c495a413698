package eu.estafette.kit.check;

import java.util.List;
import org.apache.avro.generic.GenericRecord;
import org.jspecify.annotations.Nullable;

/** Visits every record inside an event's content, with the path the sender knows it by. */
final class ContentWalk {

    /** What is done at each record. */
    interface Visitor {

        void visit(GenericRecord record, String path);
    }

    private ContentWalk() {}

    static void visit(GenericRecord content, Visitor visitor) {
        content.getSchema()
                .getFields()
                .forEach(field -> visit(content.get(field.pos()), "data." + field.name(), visitor));
    }

    private static void visit(@Nullable Object value, String path, Visitor visitor) {
        if (value instanceof GenericRecord record) {
            visitor.visit(record, path);
            record.getSchema()
                    .getFields()
                    .forEach(field -> visit(record.get(field.pos()), path + "." + field.name(), visitor));
        } else if (value instanceof List<?> items) {
            for (int i = 0; i < items.size(); i++) {
                visit(items.get(i), path + "[" + i + "]", visitor);
            }
        }
    }
}
