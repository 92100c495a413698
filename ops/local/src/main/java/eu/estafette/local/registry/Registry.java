package eu.estafette.local.registry;

import eu.estafette.schemas.registry.Compatibility;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.Schema;

/** The registry's rules over its catalogue. A change is on disk before anyone sees it. Thread-safe. */
final class Registry {

    private final CatalogueFile file;
    private volatile Catalogue catalogue;

    record Version(String subject, int version, int id, String schema) {}

    Registry(CatalogueFile file) {
        this.file = file;
        this.catalogue = file.read();
    }

    Catalogue catalogue() {
        return catalogue;
    }

    /** Gives the id the schema has in the subject, new or not. */
    int register(String subject, String text) {
        Schema schema = parse(text);
        return change(before -> has(before, subject, schema) ? before : added(before, subject, schema))
                .idOf(schema.toString())
                .orElseThrow();
    }

    Version lookup(String subject, String text) {
        Catalogue now = known(subject);
        String schema = parse(text).toString();
        int at = now.idOf(schema).map(now.versions(subject)::indexOf).orElse(-1);
        if (at < 0) {
            throw Refusal.schemaNotFound("Schema not found");
        }
        return new Version(subject, at + 1, now.versions(subject).get(at), schema);
    }

    Version version(String subject, String version) {
        Catalogue now = known(subject);
        List<Integer> ids = now.versions(subject);
        int number = number(version, ids.size());
        if (number > ids.size()) {
            throw Refusal.versionNotFound(version);
        }
        int id = ids.get(number - 1);
        return new Version(subject, number, id, now.schema(id).orElseThrow());
    }

    /** What stands against the schema as successor of one version, by the subject's level; nothing if there is no version yet. */
    List<String> faults(String subject, String version, String text) {
        Schema schema = parse(text);
        if (version.equals("latest") && catalogue.versions(subject).isEmpty()) {
            return List.of();
        }
        Schema earlier = parse(version(subject, version).schema());
        return catalogue.levelOf(subject).faults(schema, List.of(earlier));
    }

    /** The same for the versions that the level names: the last or all. */
    List<String> faults(String subject, String text) {
        return catalogue.levelOf(subject).faults(parse(text), catalogue.history(subject));
    }

    void level(Compatibility level) {
        change(before -> before.with(level));
    }

    void level(String subject, Compatibility level) {
        change(before -> before.with(subject, level));
    }

    private Catalogue known(String subject) {
        Catalogue now = catalogue;
        if (now.versions(subject).isEmpty()) {
            throw Refusal.subjectNotFound(subject);
        }
        return now;
    }

    private static boolean has(Catalogue before, String subject, Schema schema) {
        return before.idOf(schema.toString())
                .filter(before.versions(subject)::contains)
                .isPresent();
    }

    private static Catalogue added(Catalogue before, String subject, Schema schema) {
        List<String> faults = before.levelOf(subject).faults(schema, before.history(subject));
        if (!faults.isEmpty()) {
            throw Refusal.incompatible(subject, faults);
        }
        return before.with(subject, schema.toString());
    }

    private synchronized Catalogue change(UnaryOperator<Catalogue> change) {
        Catalogue after = change.apply(catalogue);
        if (!after.equals(catalogue)) {
            try {
                file.write(after);
            } catch (IOException e) {
                throw Refusal.notStored(String.valueOf(e.getMessage()));
            }
            catalogue = after;
        }
        return after;
    }

    private static Schema parse(String text) {
        try {
            return new Schema.Parser().parse(text);
        } catch (AvroRuntimeException e) {
            throw Refusal.invalidSchema(String.valueOf(e.getMessage()));
        }
    }

    private static int number(String version, int latest) {
        if (version.equals("latest") || version.equals("-1")) {
            return latest;
        }
        try {
            int number = Integer.parseInt(version);
            if (number >= 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // falls through to the one refusal
        }
        throw Refusal.invalidVersion(version);
    }
}
